/// The audit chain on a server: whoever writes an audit row, the server itself puts it at the end of the chain.
///
/// The hash is the one of `AuditHash`, in SQL: `audit verify` computes it again in Swift.
enum PostgresChain {
    /// The end of the chain and the functions that append to it. The trigger functions run with their owner's rights,
    /// because other writers have none in this schema; their search path is fixed and nobody else may call them.
    static let functions = #"""
        CREATE TABLE aroundtally.schema_version (version bigint NOT NULL);
        CREATE TABLE aroundtally.audit_head (
            is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), seq bigint NOT NULL, hash bytea NOT NULL);
        INSERT INTO aroundtally.audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

        CREATE FUNCTION aroundtally.canonical(value jsonb) RETURNS text
        LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
        BEGIN
            CASE jsonb_typeof(value)
            WHEN 'object' THEN
                RETURN '{' || coalesce((SELECT string_agg(
                    to_json(entry.key)::text || ':' || aroundtally.canonical(entry.value), ','
                    ORDER BY entry.key COLLATE "C") FROM jsonb_each(value) AS entry), '') || '}';
            WHEN 'array' THEN
                RETURN '[' || coalesce((SELECT string_agg(aroundtally.canonical(entry.value), ',' ORDER BY entry.place)
                    FROM jsonb_array_elements(value) WITH ORDINALITY AS entry (value, place)), '') || ']';
            WHEN 'string' THEN RETURN to_json(value #>> '{}')::text;
            ELSE RETURN value::text;
            END CASE;
        END $$;

        CREATE FUNCTION aroundtally.framed(value text) RETURNS bytea
        LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
            SELECT CASE WHEN value IS NULL THEN int4send(-1)
                ELSE int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END
        $$;

        CREATE FUNCTION aroundtally.audit_hash(
            previous bytea, seq bigint, id uuid, at timestamptz, actor text, action text, ticket uuid, payload jsonb)
        RETURNS bytea LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
            SELECT sha256('\x01'::bytea || previous || int8send(seq) || int8send(CASE
                    WHEN at IS NULL THEN -9223372036854775807
                    WHEN at >= '290000-01-01 00:00:00+00' THEN 9223372036854775807
                    WHEN at = '-infinity' THEN -9223372036854775808
                    ELSE (extract(epoch FROM at) * 1000000)::bigint END)
                || aroundtally.framed(id::text) || aroundtally.framed(actor) || aroundtally.framed(action)
                || aroundtally.framed(ticket::text)
                || aroundtally.framed(CASE WHEN payload IS NOT NULL THEN aroundtally.canonical(payload) END))
        $$;

        CREATE FUNCTION aroundtally.chain_audit() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
        BEGIN
            UPDATE aroundtally.audit_head SET seq = audit_head.seq + 1
                RETURNING audit_head.seq, audit_head.hash INTO NEW.seq, NEW.prev_hash;
            NEW.hash := aroundtally.audit_hash(NEW.prev_hash, NEW.seq, NEW.id, NEW.created_at, NEW.performed_by,
                NEW.action, NEW.ticket_id, NEW.payload);
            UPDATE aroundtally.audit_head SET hash = NEW.hash;
            RETURN NEW;
        END $$;

        CREATE FUNCTION aroundtally.keep_audit() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog AS $$
        BEGIN
            RAISE EXCEPTION 'audit rows cannot be changed or deleted' USING ERRCODE = 'restrict_violation';
        END $$;

        CREATE FUNCTION aroundtally.bump_version() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog AS $$
        BEGIN
            IF NEW.version = OLD.version AND NEW IS DISTINCT FROM OLD THEN
                NEW.version := OLD.version + 1;
                NEW.unlogged := OLD.unlogged + 1;
            END IF;
            RETURN NEW;
        END $$;

        REVOKE ALL ON ALL TABLES IN SCHEMA aroundtally FROM PUBLIC;
        REVOKE ALL ON ALL FUNCTIONS IN SCHEMA aroundtally FROM PUBLIC;
        """#

    /// Chains the rows that were there before.
    static let existingRows = """
        DO $$
        DECLARE row record; head record;
        BEGIN
            SELECT seq, hash INTO head FROM aroundtally.audit_head;
            FOR row IN SELECT * FROM public.audit_log WHERE seq IS NULL ORDER BY created_at, id LOOP
                UPDATE public.audit_log SET seq = head.seq + 1, prev_hash = head.hash,
                    hash = aroundtally.audit_hash(head.hash, head.seq + 1, row.id, row.created_at, row.performed_by,
                        row.action, row.ticket_id, row.payload)
                    WHERE id = row.id RETURNING seq, audit_log.hash INTO head;
            END LOOP;
            UPDATE aroundtally.audit_head SET seq = head.seq, hash = head.hash;
        END $$;
        CREATE UNIQUE INDEX aroundtally_audit_log_seq ON public.audit_log (seq);
        """

    /// From now on. The names sort last, so that triggers of the product have run before.
    static let triggers = """
        CREATE TRIGGER zz_aroundtally_chain BEFORE INSERT ON public.audit_log
            FOR EACH ROW EXECUTE FUNCTION aroundtally.chain_audit();
        CREATE TRIGGER zz_aroundtally_keep BEFORE UPDATE OR DELETE ON public.audit_log
            FOR EACH ROW EXECUTE FUNCTION aroundtally.keep_audit();
        CREATE TRIGGER zz_aroundtally_keep_all BEFORE TRUNCATE ON public.audit_log
            FOR EACH STATEMENT EXECUTE FUNCTION aroundtally.keep_audit();
        CREATE TRIGGER zz_aroundtally_version BEFORE UPDATE ON public.tickets
            FOR EACH ROW EXECUTE FUNCTION aroundtally.bump_version();
        """
}
