/// What a row can be a row of. These types have no values: they keep a ticket's row apart from a customer's.
public enum Customer {}
/// Somebody at the desk, in any role.
public enum Agent {}
/// A ticket.
public enum Ticket {}
/// A row of the audit log.
public enum Event {}
/// An entry of a ticket's `assignment_history`.
public enum AssignmentEntry {}
/// A comment on a ticket.
public enum Comment {}
/// A remark on a ticket, which the customer sees.
public enum Remark {}
/// An engineer's record of the work on a ticket.
public enum ServiceReport {}

/// A ticket's row.
public typealias TicketRow = RowIndex<Ticket>
/// A customer's row.
public typealias CustomerRow = RowIndex<Customer>
/// An agent's row.
public typealias AgentRow = RowIndex<Agent>
