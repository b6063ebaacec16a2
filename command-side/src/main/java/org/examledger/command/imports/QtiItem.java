package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an assessment item of QTI 2.1, 2.2 or 3.0 that has one choice interaction and nothing else to answer. */
final class QtiItem {
    /** What stands beside the question and is not its text. */
    private static final Set<String> ASIDE = Set.of(
            "choiceInteraction",
            "feedbackBlock",
            "feedbackInline",
            "modalFeedback",
            "templateBlock",
            "templateInline",
            "stylesheet",
            "catalogInfo",
            "companionMaterialsInfo");

    private static final Set<String> FEEDBACK = Set.of("modalFeedback", "feedbackBlock", "feedbackInline");
    private static final Set<String> ELSEWHERE = Set.of("assessmentStimulusRef", "include");
    private static final Set<String> TEMPLATES = Set.of("templateDeclaration", "templateProcessing");

    private final XmlElement item;
    private final Notes notes;
    private final Album album;

    private QtiItem(XmlElement item, Notes notes, Album album) {
        this.item = item;
        this.notes = notes;
        this.album = album;
    }

    static Choice read(XmlElement item, Notes notes, Album album) throws CannotBeAsked {
        return new QtiItem(item, notes, album).read();
    }

    static Place place(XmlElement item, @Nullable String file) {
        var title = item.attribute("title", "");
        return new Place(item.line(), file, title.isBlank() ? item.attribute("identifier") : title, null);
    }

    private Choice read() throws CannotBeAsked {
        var body = item.child("itemBody");
        if (body == null) {
            throw new CannotBeAsked(WhySkipped.NO_TEXT, "has no text");
        }
        refuseWhatHasNoMeaningHere(body);
        var interaction = interactionOf(body);
        var choices = interaction.children("simpleChoice").toList();
        var options = new ArrayList<RichText>();
        for (var choice : choices) {
            options.add(new TreeText(notes, album, it -> ASIDE.contains(it.name())).of(choice));
        }
        var key = key(interaction, choices);
        var text = textOf(body, interaction);
        noteWhatIsLost(body, interaction);
        return new Choice(text, options, key.right(), key.isMultiple(), key.points());
    }

    private QtiKey key(XmlElement interaction, List<XmlElement> choices) throws CannotBeAsked {
        var response = interaction.attribute("responseIdentifier", "RESPONSE");
        var declaration = item.children("responseDeclaration")
                .filter(it -> response.equals(it.attribute("identifier")))
                .findFirst()
                .orElseThrow(() -> new CannotBeAsked(WhySkipped.NO_KEY, "does not say what is right"));
        var ids = choices.stream().map(it -> it.attribute("identifier", "")).toList();
        return QtiKey.read(item, declaration, ids, notes);
    }

    private void refuseWhatHasNoMeaningHere(XmlElement body) throws CannotBeAsked {
        if (item.attribute("adaptive", "false").equals("true")) {
            throw new CannotBeAsked(WhySkipped.MADE_WHEN_SHOWN, "is adaptive: it changes while it is answered");
        }
        if (item.children().anyMatch(it -> TEMPLATES.contains(it.name()))) {
            throw new CannotBeAsked(WhySkipped.MADE_WHEN_SHOWN, "makes its content when it is shown (templates)");
        }
        if (item.children().anyMatch(it -> ELSEWHERE.contains(it.name()))
                || body.descendants().anyMatch(it -> ELSEWHERE.contains(it.name()))) {
            throw new CannotBeAsked(WhySkipped.OTHER_FILE, "needs a text that stands in another file");
        }
        if (body.descendants().anyMatch(it -> it.name().equals("printedVariable"))) {
            throw new CannotBeAsked(WhySkipped.MADE_WHEN_SHOWN, "shows a value that is computed when it is shown");
        }
    }

    private static XmlElement interactionOf(XmlElement body) throws CannotBeAsked {
        var interactions = body.descendants()
                .filter(it -> it.name().endsWith("Interaction"))
                .toList();
        if (interactions.isEmpty()) {
            throw new CannotBeAsked(WhySkipped.NO_QUESTION, "is a text without a question");
        }
        var others = interactions.stream()
                .map(XmlElement::name)
                .filter(it -> !it.equals("choiceInteraction"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            throw new CannotBeAsked(
                    WhySkipped.OTHER_KIND,
                    "is of the kind " + String.join(", ", others) + "; only choiceInteraction is read");
        }
        if (interactions.size() > 1) {
            throw new CannotBeAsked(WhySkipped.SEVERAL_QUESTIONS, "asks " + interactions.size() + " things at once");
        }
        return interactions.getFirst();
    }

    /** What stands before the choices, their prompt, and what stands behind them. */
    private RichText textOf(XmlElement body, XmlElement interaction) throws CannotBeAsked {
        var text = new TreeText(notes, album, this::isAside).of(body);
        var prompt = interaction.child("prompt");
        return prompt == null ? text : text.and(new TreeText(notes, album, this::isAside).of(prompt));
    }

    private boolean isAside(XmlElement element) {
        return ASIDE.contains(element.name()) || isForOthers(element);
    }

    /** Instructions for scorers, tutors or authors are not for those who answer. */
    private static boolean isForOthers(XmlElement element) {
        var view = element.attribute("view");
        return element.name().equals("rubricBlock") && view != null && !view.contains("candidate");
    }

    private void noteWhatIsLost(XmlElement body, XmlElement interaction) {
        var lost = new TreeSet<String>();
        if (item.children().anyMatch(it -> FEEDBACK.contains(it.name()))
                || body.descendants().anyMatch(it -> FEEDBACK.contains(it.name()))) {
            lost.add("feedback");
        }
        if (body.descendants().anyMatch(QtiItem::isForOthers)) {
            lost.add("instructions for others than who answers");
        }
        if (interaction.attribute("shuffle", "false").equals("true")) {
            lost.add("shuffling of its options");
        }
        var most = Objects.requireNonNullElse(interaction.attribute("maxChoices"), "0");
        if (!most.equals("0") && !most.equals("1")) {
            lost.add("the limit of " + most + " choices");
        }
        var least = Objects.requireNonNullElse(interaction.attribute("minChoices"), "0");
        if (!least.equals("0") && !least.equals("1")) {
            lost.add("the least number of choices, " + least);
        }
        if (item.children().anyMatch(it -> it.name().equals("stylesheet"))) {
            lost.add("style sheets");
        }
        notes.lost("is kept without", lost);
    }
}
