"""Routes of decision letters."""

from django.urls import path

from courses.views import letter_rules, letters, letters_many

urlpatterns = [
    path("brev/", letters.letter_list, name="letter_list"),
    path("brev/send/", letters_many.letter_send_many, name="letter_send_many"),
    path("brev/skriv-ut/", letters_many.letter_print_many, name="letter_print_many"),
    path("brev/utsending/<uuid:batch>/", letters_many.letter_batch, name="letter_batch"),
    path("brev/utsending/<uuid:batch>/brev.pdf", letters_many.letter_batch_pdf, name="letter_batch_pdf"),
    path("brev/klagerett/", letter_rules.letter_rule_list, name="letter_rule_list"),
    path("brev/klagerett/ny/", letter_rules.letter_rule_new, name="letter_rule_new"),
    path("brev/klagerett/<int:pk>/", letter_rules.letter_rule_detail, name="letter_rule_detail"),
    path("brev/klagerett/<int:pk>/ta-i-bruk/", letter_rules.letter_rule_use, name="letter_rule_use"),
    path("brev/klagerett/<int:pk>/forkast/", letter_rules.letter_rule_discard, name="letter_rule_discard"),
    path("brev/<uuid:public_id>/", letters.letter_detail, name="letter_detail"),
    path("brev/<uuid:public_id>/brev.pdf", letters.letter_pdf, name="letter_pdf"),
    path("brev/<uuid:public_id>/endre/", letters.letter_edit, name="letter_edit"),
    path("brev/<uuid:public_id>/send/", letters.letter_send, name="letter_send"),
    path("brev/<uuid:public_id>/ikke-send/", letters.letter_discard, name="letter_discard"),
    path("brev/<uuid:public_id>/rett/", letters.letter_correct, name="letter_correct"),
]
