"""A small tree of what a page says, enough to ask for tags, attributes and text."""

from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Node:
    """One element."""

    def __init__(self, tag: str, attrs: dict):
        self.tag, self.attrs, self.children = tag, attrs, []

    def walk(self):
        """This element and everything inside it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, tag: str = "", **attrs) -> list["Node"]:
        """Elements with that tag and attributes; css="a" asks for a class, aria_invalid="true" for aria-invalid."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        css = wanted.pop("css", None)
        return [
            node
            for node in self.walk()
            if (not tag or node.tag == tag)
            and (css is None or css in node.classes)
            and all(node.attrs.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str = "", **attrs) -> "Node":
        """The only such element."""
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} × {tag} {attrs}"
        return found[0]

    @property
    def classes(self) -> list[str]:
        """Words of the class attribute."""
        return (self.attrs.get("class") or "").split()

    @property
    def text(self) -> str:
        """Text inside, white space collapsed."""
        parts = [child.text if isinstance(child, Node) else child for child in self.children]
        return " ".join(" ".join(parts).split())


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag} {names}>"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag} {self.open[-1].attrs}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """The tree of a page or a part. Fails on an element that is not closed, or closed in the wrong order."""
    builder = _Builder()
    builder.feed(str(html))
    builder.close()
    assert builder.open == [builder.root], f"<{builder.open[-1].tag}> is not closed"
    return builder.root


def broken_references(tree: Node) -> list[str]:
    """Ids used twice, and references (for, aria-*, form, #link) to ids that are not there."""
    ids = [node.attrs["id"] for node in tree.walk() if node.attrs.get("id")]
    problems = [f"id {name} used twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    for node in tree.walk():
        for name in (
            "for",
            "aria-describedby",
            "aria-labelledby",
            "aria-controls",
            "form",
            "data-counter-for",
            "data-open-modal",
        ):
            for reference in (node.attrs.get(name) or "").split():
                if reference not in ids:
                    problems.append(f"<{node.tag} {name}={reference}>")
        link = node.attrs.get("href") or ""
        if link.startswith("#") and len(link) > 1 and link[1:] not in ids:
            problems.append(f"<a href={link}>")
    return problems
