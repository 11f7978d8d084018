def for_enrolments(m, i): return {}
buttons_of_enrolments = for_intakes = for_employers = for_enrolments
