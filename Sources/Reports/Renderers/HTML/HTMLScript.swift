extension HTMLAsset {
    /// The script: it only sorts, filters and copies, and the page needs none of it.
    static let script = HTMLAsset(
        digest: "sha256-GvydvzelEB2F6nKdosRn27RzQp4+0KF87OXJRM007Ws=",
        content: #"""
            "use strict";
            (function () {
              var live = document.createElement("p");
              live.className = "sr";
              live.setAttribute("role", "status");
              document.body.appendChild(live);

              function value(row, column) {
                var cell = row.cells[column];
                var key = cell.getAttribute("data-v");
                if (key !== null) return Number(key);
                return cell.classList.contains("none") ? null : cell.textContent.trim();
              }

              function compare(a, b) {
                if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
                if (typeof a === "number" && typeof b === "number") return a - b;
                return String(a).localeCompare(String(b), "en-IN", { numeric: true });
              }

              function sort(table, column, button, title) {
                var head = button.closest("th");
                var down = head.getAttribute("aria-sort") === "ascending";
                table.querySelectorAll("th[data-c]").forEach(function (other) {
                  other.removeAttribute("aria-sort");
                  var mark = other.querySelector("button");
                  if (mark) mark.textContent = "↕";
                });
                head.setAttribute("aria-sort", down ? "descending" : "ascending");
                button.textContent = down ? "▼" : "▲";
                var rows = Array.from(table.tBodies[0].rows);
                rows.map(function (row) { return { row: row, key: value(row, column) }; })
                  .sort(function (a, b) {
                    if (a.key === null || b.key === null) return compare(a.key, b.key);
                    return down ? compare(b.key, a.key) : compare(a.key, b.key);
                  })
                  .forEach(function (entry) { table.tBodies[0].appendChild(entry.row); });
                live.textContent = "Sorted by " + title + (down ? ", descending" : ", ascending");
              }

              function cellText(cell) {
                var copy = cell.cloneNode(true);
                copy.querySelectorAll("button").forEach(function (button) { button.remove(); });
                copy.querySelectorAll("[data-full]").forEach(function (part) {
                  part.textContent = part.getAttribute("data-full");
                });
                var text = copy.textContent.trim();
                return /^[=+\-@]/.test(text) && !cell.hasAttribute("data-v") ? "'" + text : text;
              }

              function heads(table) {
                return Array.from(table.querySelectorAll("th[data-c]")).sort(function (a, b) {
                  return a.getAttribute("data-c") - b.getAttribute("data-c");
                });
              }

              function copy(table) {
                var rows = Array.from(table.tBodies[0].rows).concat(table.tFoot ? Array.from(table.tFoot.rows) : []);
                var lines = rows.filter(function (row) { return !row.hidden; }).map(function (row) {
                  return Array.from(row.cells).map(cellText).join("\t");
                });
                lines.unshift(heads(table).map(function (head) {
                  return head.getAttribute("data-t") || cellText(head);
                }).join("\t"));
                var area = document.createElement("textarea");
                area.value = lines.join("\n");
                area.className = "sr";
                document.body.appendChild(area);
                area.select();
                var done = document.execCommand("copy");
                area.remove();
                live.textContent = done ? lines.length + " lines copied" : "Copying is not allowed here";
                return done;
              }

              function filter(table, words) {
                var wanted = words.toLowerCase();
                var shown = 0;
                Array.from(table.tBodies[0].rows).forEach(function (row) {
                  var id = row.querySelector("[data-full]");
                  var text = row.textContent + " " + (id ? id.getAttribute("data-full") : "");
                  row.hidden = text.toLowerCase().indexOf(wanted) < 0;
                  if (!row.hidden) shown += 1;
                });
                live.textContent = shown + " rows";
              }

              document.querySelectorAll(".table table").forEach(function (table) {
                var title = table.caption.querySelector(".title").textContent;
                var rows = table.tBodies[0].rows.length;
                var tools = document.createElement("div");
                tools.className = "tools";
                if (rows > 15) {
                  var label = document.createElement("label");
                  var input = document.createElement("input");
                  input.type = "search";
                  input.setAttribute("aria-label", "Filter the shown rows of " + title);
                  input.addEventListener("input", function () { filter(table, input.value); });
                  label.append("Filter", input);
                  tools.appendChild(label);
                }
                var button = document.createElement("button");
                button.type = "button";
                button.textContent = "Copy table";
                button.setAttribute("aria-label", "Copy table: " + title);
                button.addEventListener("click", function () {
                  button.textContent = copy(table) ? "Copied" : "Not allowed here";
                  setTimeout(function () { button.textContent = "Copy table"; }, 2000);
                });
                tools.appendChild(button);
                table.closest(".scroll").before(tools);
                if (rows < 2) return;
                heads(table).forEach(function (head, column) {
                  var name = head.getAttribute("data-t") || head.textContent.trim();
                  var mark = document.createElement("button");
                  mark.type = "button";
                  mark.textContent = "↕";
                  mark.setAttribute("aria-label", "Sort by " + name);
                  mark.addEventListener("click", function () { sort(table, column, mark, name); });
                  var unit = head.querySelector(".unit");
                  if (unit) unit.before(" ", mark); else head.append(" ", mark);
                });
              });
            })();
            """#)
}
