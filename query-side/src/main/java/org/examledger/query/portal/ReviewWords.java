package org.examledger.query.portal;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;

/**
 * The sentences of the review page in a language of the portal's users.
 *
 * @param answered with the number of answered questions and of all
 * @param question with a place on the paper
 */
record ReviewWords(
        String language,
        String heading,
        String answered,
        String unanswered,
        String goBack,
        String complete,
        String question,
        String warning,
        String submit) {
    static final ReviewWords ENGLISH = new ReviewWords(
            "en",
            "Review before you hand in",
            "You have answered %d of %d questions.",
            "Questions without an answer",
            "To answer them, go back to the exam with your browser's back button.",
            "Every question has an answer.",
            "Question %d",
            "Once you hand in, your answers can no longer be changed.",
            "Hand in the exam");

    static final ReviewWords INDONESIAN = new ReviewWords(
            "id",
            "Tinjau sebelum dikumpulkan",
            "Anda telah menjawab %d dari %d soal.",
            "Soal yang belum dijawab",
            "Untuk menjawabnya, kembali ke ujian dengan tombol kembali di peramban Anda.",
            "Semua soal sudah dijawab.",
            "Soal %d",
            "Setelah dikumpulkan, jawaban Anda tidak dapat diubah lagi.",
            "Kumpulkan ujian");

    /** The first language of the browser's that we speak; else English. */
    static ReviewWords of(Enumeration<Locale> preferred) {
        return Collections.list(preferred).stream()
                .map(Locale::getLanguage)
                .filter(it -> it.equals("id") || it.equals("en"))
                .findFirst()
                .map(it -> it.equals("id") ? INDONESIAN : ENGLISH)
                .orElse(ENGLISH);
    }
}
