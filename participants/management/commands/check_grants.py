"""Compare access grants with the records they follow from."""

from django.core.management.base import BaseCommand, CommandError

from participants import grants


class Command(BaseCommand):
    help = "Compare access grants with their sources; --fix makes them equal. Exit code 1 when something differs."

    def add_arguments(self, parser):
        parser.add_argument("--fix", action="store_true")

    def handle(self, *args, fix, **options):
        wrong = grants.differences()
        for expected, found in wrong:
            kind = "left over" if expected is None else "missing" if found is None else "other dates"
            item = expected or found
            self.stdout.write(f"{kind}: {item.source} {item.source_id} {item.level}")
        if fix:
            self.stdout.write(f"{grants.repair(wrong)} grants repaired")
        elif wrong:
            raise CommandError(f"{len(wrong)} grants differ from their sources")
        else:
            self.stdout.write("all grants agree with their sources")
