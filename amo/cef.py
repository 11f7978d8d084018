"""The access log's lines in ArcSight's Common Event Format, to a logger of their own (06-access, "Log")."""

import logging

logger = logging.getLogger("amo.cef")

HEADER = "CEF:0|amo|AuditLogger|1.0|audit:{event}|Sporingslogg|{severity}|"


def header_value(text: str) -> str:
    r"""Escape `\` and `|`, as the format asks for in the header."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ").replace("\r", " ")


def extension_value(text: str) -> str:
    r"""Escape `\`, `=` and line breaks, as the format asks for in the extension."""
    return (
        text.replace("\\", "\\\\").replace("=", "\\=").replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    )


def line(row) -> str:
    """One AccessLog row as a CEF line. `end` is in milliseconds since 1970; WARN marks a protected person."""
    extension = {
        "suid": row.user_ident,
        "duid": str(row.subject_id or ""),
        "end": str(int(row.at.timestamp() * 1000)),
        "msg": row.message,
        "sproc": row.request_id,
        "request": row.route,
    }
    if row.rows is not None:
        extension |= {"cn1Label": "rows", "cn1": str(row.rows)}
    head = HEADER.format(event=header_value(row.event), severity="WARN" if row.protected else "INFO")
    return head + " ".join(f"{key}={extension_value(value)}" for key, value in extension.items())


def emit(row) -> None:
    """Send the line to the `amo.cef` logger."""
    logger.info("%s", line(row))
