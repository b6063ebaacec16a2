package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads Moodle XML, question by question: single and multiple choice, and true or false as two options. */
final class MoodleQuestions {
    private static final double ALL = 99.99;
    private static final Set<String> CHOICES = Set.of("multichoice", "multichoiceset", "truefalse");
    private static final Set<String> FEEDBACK =
            Set.of("generalfeedback", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "feedback");

    /** In every export, so it is said once for the file. */
    private static final Set<String> SETTINGS = Set.of("penalty", "shuffleanswers", "answernumbering", "idnumber");

    private final Findings findings;
    private @Nullable String category;

    private MoodleQuestions(Findings findings) {
        this.findings = findings;
    }

    static void read(String text, Findings findings) throws UnreadableFile {
        new MoodleQuestions(findings).read(text);
    }

    private void read(String text) throws UnreadableFile {
        var xml = SafeXml.reader(text);
        var depth = 0;
        for (var event = SafeXml.next(xml); event != XMLStreamConstants.END_DOCUMENT; event = SafeXml.next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && depth == 1
                    && xml.getLocalName().equals("question")) {
                question(XmlElement.read(xml));
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void question(XmlElement question) throws UnreadableFile {
        var type = question.attribute("type", "");
        if (type.equals("category")) {
            category = categoryOf(question);
            findings.note("categories are shown and not kept");
            return;
        }
        if (question.children()
                .anyMatch(it -> SETTINGS.contains(it.name()) && !it.text().isBlank())) {
            findings.note("penalties, shuffling, numbering of options and id numbers are not kept");
        }
        var name = question.child("name");
        var place = Place.atLine(question.line(), name == null ? null : name.text(), category);
        findings.item(place, notes -> read(question, type, notes, findings.album()));
    }

    /** {@code $course$/top/Safety/Fire} is where the tool keeps it, Safety/Fire is what a person called it. */
    private static @Nullable String categoryOf(XmlElement question) {
        var path = question.child("category");
        return path == null ? null : GiftQuestions.categoryName(path.text());
    }

    private static Choice read(XmlElement question, String type, Notes notes, Album album) throws CannotBeAsked {
        if (!CHOICES.contains(type)) {
            throw type.equals("description")
                    ? new CannotBeAsked(WhySkipped.NO_QUESTION, "is a text without a question")
                    : new CannotBeAsked(
                            WhySkipped.OTHER_KIND,
                            "is of the kind \"" + type + "\"; only single and multiple choice and true/false are read");
        }
        var asked = question.child("questiontext");
        if (asked == null) {
            throw new CannotBeAsked(WhySkipped.NO_TEXT, "has no text");
        }
        var answers = question.children("answer").toList();
        var text = textOf(asked, notes, album).and(oldPicture(question, album));
        var options = new ArrayList<RichText>();
        for (var answer : answers) {
            var option = textOf(answer, notes, album);
            options.add(type.equals("truefalse") ? option.withText(capital(option.text())) : option);
        }
        noteWhatIsLost(question, answers, notes);
        var multiple = !type.equals("truefalse") && isMultiple(question, type);
        return new Choice(
                text,
                options,
                multiple ? manyRight(answers, type, notes) : oneRight(answers, notes),
                multiple,
                pointsOf(question, notes));
    }

    /** Moodle 1 kept one picture a question, in an element of its own. */
    private static RichText oldPicture(XmlElement question, Album album) throws CannotBeAsked {
        var base64 = question.textOf("image_base64");
        if (base64.isEmpty()) {
            return RichText.plain("");
        }
        return new RichText("", List.of(album.take("data:;base64," + base64, null)));
    }

    private static boolean isMultiple(XmlElement question, String type) {
        var single = question.textOf("single");
        return type.equals("multichoiceset") || single.equals("false") || single.equals("0");
    }

    private static int pointsOf(XmlElement question, Notes notes) {
        var grade = question.textOf("defaultgrade");
        return grade.isEmpty() ? Points.UNSAID : Points.of(grade, notes);
    }

    private static List<Integer> oneRight(List<XmlElement> answers, Notes notes) throws CannotBeAsked {
        var right = new ArrayList<Integer>();
        for (var index = 0; index < answers.size(); index++) {
            var fraction = fractionOf(answers.get(index));
            if (fraction > ALL) {
                right.add(index + 1);
            } else if (fraction != 0) {
                notes.add("part of the points for option " + (index + 1) + " (" + fraction
                        + " %) is not kept; it is wrong");
            }
        }
        if (right.isEmpty()) {
            throw new CannotBeAsked(WhySkipped.NO_KEY, "no option is worth 100 %");
        }
        return right;
    }

    private static List<Integer> manyRight(List<XmlElement> answers, String type, Notes notes) throws CannotBeAsked {
        var right = new ArrayList<Integer>();
        for (var index = 0; index < answers.size(); index++) {
            if (fractionOf(answers.get(index)) > 0) {
                right.add(index + 1);
            }
        }
        if (right.isEmpty()) {
            throw new CannotBeAsked(WhySkipped.NO_KEY, "no option is right");
        }
        if (!type.equals("multichoiceset") && answers.size() > 1) {
            notes.add("points for a part of the right options are not kept: only all of them together are right");
        }
        return right;
    }

    private static double fractionOf(XmlElement answer) throws CannotBeAsked {
        var written = answer.attribute("fraction", "0").strip().replace(',', '.');
        try {
            return written.length() > 30 ? Double.NaN : Double.parseDouble(written);
        } catch (NumberFormatException unreadable) {
            throw new CannotBeAsked(
                    WhySkipped.NOT_A_NUMBER,
                    "the fraction \"" + (written.length() > 30 ? "…" : written) + "\" is no number");
        }
    }

    /** Text that says how it is marked up; pictures that came with it are in {@code file} elements. */
    private static RichText textOf(XmlElement holder, Notes notes, Album album) throws CannotBeAsked {
        var files = new MoodleFiles(holder);
        var text = textOf(holder, notes, album.from(files), holder.child("text"));
        if (files.hasOthers()) {
            notes.add("is kept without files that its text does not show");
        }
        return text;
    }

    private static RichText textOf(XmlElement holder, Notes notes, Album album, @Nullable XmlElement text)
            throws CannotBeAsked {
        if (text == null) {
            return holder.children().findAny().isEmpty()
                    ? HtmlText.plainIfHtml(holder.text(), notes, album)
                    : RichText.plain("");
        }
        if (text.children().findAny().isPresent()) {
            return new TreeText(notes, album, it -> false).of(text);
        }
        var written = text.text();
        return switch (holder.attribute("format", "moodle_auto_format")) {
            case "html" -> HtmlText.plain(written, notes, album);
            case "plain_text" -> RichText.plain(written.strip());
            case "markdown" -> {
                notes.add("Markdown stands as it was written");
                yield RichText.plain(written.strip());
            }
            default -> HtmlText.plainIfHtml(written, notes, album);
        };
    }

    private static void noteWhatIsLost(XmlElement question, List<XmlElement> answers, Notes notes) {
        var lost = new TreeSet<String>();
        Stream.concat(question.children(), answers.stream().flatMap(XmlElement::children))
                .filter(it -> FEEDBACK.contains(it.name()) && !HtmlText.isBlank(it.text()))
                .forEach(it -> lost.add("feedback"));
        question.children("hint").filter(it -> !HtmlText.isBlank(it.text())).forEach(it -> lost.add("hints"));
        question.children("tags").filter(it -> !it.text().isBlank()).forEach(it -> lost.add("tags"));
        notes.lost("is kept without", lost);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
