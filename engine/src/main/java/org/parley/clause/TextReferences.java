package org.parley.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentLine;
import org.parley.document.DocumentText;
import org.parley.document.ElementKind;
import org.parley.provision.ProvisionNumber;

/// The references of a text to its own elements. One to another document, "Article 5 of the
/// Charter", is left out.
final class TextReferences {

  private static final Pattern STEP = Pattern.compile("([^\\s()]+)\\)");
  private static final Pattern ALONE = Pattern.compile("\\(?(?:\\p{Ll}{1,4}|\\d{1,3})\\)");
  private static final int MOST_IN_LIST = 20;

  /// Folded, by number as it is printed: each is read once.
  private final Map<String, String> labels = new HashMap<>();

  private final ClauseLanguage language;
  private final IdentityHashMap<DocumentElement, DocumentElement> parents = new IdentityHashMap<>();

  /// The first element of a kind and a label.
  private final Map<ElementKind, Map<String, DocumentElement>> firsts =
      new EnumMap<>(ElementKind.class);

  private final List<Reference> found = new ArrayList<>();
  private String sentence = "";

  private TextReferences(DocumentText text) {
    this.language = ClauseLanguage.of(text);
    text.all()
        .forEach(
            each -> {
              if (!each.number().isEmpty()) {
                firsts
                    .computeIfAbsent(each.kind(), _ -> new HashMap<>())
                    .putIfAbsent(label(each), each);
              }
              each.parts().forEach(part -> parents.put(part, each));
            });
  }

  /// Every reference, in the order of the text.
  static List<Reference> list(DocumentText text) {
    TextReferences references = new TextReferences(text);
    text.all().filter(each -> each.kind() != ElementKind.CLOSING).forEach(references::read);
    return List.copyOf(references.found);
  }

  /// Where references to the own text stand in some words: "Article 5, paragraph 2" is one.
  static List<WordSpan> spans(String words, ClauseLanguage language) {
    List<WordSpan> spans = new ArrayList<>();
    Matcher reference = language.references().reference().matcher(words);
    int article = -1;
    while (reference.find()) {
      if (isElsewhere(reference)) {
        continue;
      }
      if (isOfPart(reference, words, language)) {
        article = reference.start();
        continue;
      }
      spans.add(new WordSpan(article < 0 ? reference.start() : article, reference.end(3)));
      article = -1;
      if (reference.group(4) != null) {
        spans.add(new WordSpan(reference.start(4), reference.end(4)));
      }
    }
    Matcher unnumbered = language.references().unnumbered().matcher(words);
    while (unnumbered.find()) {
      WordSpan found = new WordSpan(unnumbered.start(), unnumbered.end());
      spans.removeIf(each -> found.contains(each.start()));
      spans.add(found);
    }
    spans.sort(Comparator.comparingInt(WordSpan::start));
    return spans;
  }

  /// The words without the numbers of references to the own text; how many there are stays.
  static String masked(String words, ClauseLanguage language) {
    StringBuilder masked = new StringBuilder(words);
    for (WordSpan each : spans(words, language).reversed()) {
      masked.replace(
          each.start(), each.end(), " reference ".repeat(labels(each.in(words), language)));
    }
    return masked.toString();
  }

  /// How many elements a reference names: the article of a paragraph is none of them.
  private static int labels(String reference, ClauseLanguage language) {
    Matcher part = language.references().partAfter().matcher(reference);
    int from = part.find() ? part.end() : 0;
    Matcher one = language.references().one().matcher(reference).region(from, reference.length());
    return (int) Math.max(1, one.results().count());
  }

  private static boolean isElsewhere(Matcher reference) {
    return reference.group(6) != null && reference.group(5) == null;
  }

  /// Whether it is the article of the paragraph named after it: no reference of its own.
  private static boolean isOfPart(Matcher reference, String words, ClauseLanguage language) {
    return kind(reference.group(1)) == ElementKind.ARTICLE
        && reference.group(3).isEmpty()
        && language
            .references()
            .partAfter()
            .matcher(words)
            .region(reference.end(3), words.length())
            .lookingAt();
  }

  private void read(DocumentElement element) {
    for (Sentences.Sentence each : Sentences.of(element, language)) {
      sentence = each.words();
      Matcher reference = language.references().reference().matcher(sentence);
      while (reference.find()) {
        if (!isElsewhere(reference) && !isOfPart(reference, sentence, language)) {
          add(element, reference);
        }
      }
      unnumbered(element);
    }
  }

  /// A paragraph by its place in its article, such as "alinéa 2". It leads to the article, if that
  /// has as many paragraphs.
  private void unnumbered(DocumentElement element) {
    Matcher reference = language.references().unnumbered().matcher(sentence);
    while (reference.find()) {
      String label = reference.group(3);
      DocumentElement article =
          label == null
              ? articleOf(element)
              : find(ElementKind.ARTICLE, label, "", null).orElse(null);
      if (article != null) {
        int count = DocumentLine.paragraphs(article.words()).size() + article.parts().size();
        found.add(
            new Reference(
                element, reference.group(), sentence, place(reference) <= count ? article : null));
      }
    }
  }

  private static int place(Matcher unnumbered) {
    String digits = unnumbered.group(1);
    return digits != null
        ? Integer.parseInt(digits)
        : ProvisionNumber.find(unnumbered.group(2) + ". A").map(ProvisionNumber::last).orElse(1);
  }

  private void add(DocumentElement element, Matcher reference) {
    ElementKind kind = kind(reference.group(1));
    String word = reference.group(1);
    String article = kind == ElementKind.ITEM ? article(reference) : null;
    DocumentElement in =
        article == null ? null : find(ElementKind.ARTICLE, article, "", null).orElse(null);
    boolean isLost = article != null && in == null;
    String labels = reference.group(2) + reference.group(3);
    if (ALONE.matcher(reference.group(2)).matches()) {
      target(element, word + " " + reference.group(2), kind, reference.group(2), "", in, isLost);
      return;
    }
    Matcher one = language.references().one().matcher(labels);
    for (int i = 0; one.find() && i < MOST_IN_LIST; i++) {
      String words = i == 0 ? word + " " + one.group() : one.group();
      String of =
          reference.group(4) == null
              ? ""
              : reference
                  .group()
                  .substring(
                      reference.end(3) - reference.start(), reference.end(4) - reference.start());
      target(element, words + of, kind, one.group(1), one.group(2), in, isLost);
    }
  }

  /// The article that a paragraph is said to belong to: "paragraph 2 of Article 5", "Article 5,
  /// paragraph 2"; null for none.
  private @Nullable String article(Matcher reference) {
    if (reference.group(4) != null) {
      return reference.group(4);
    }
    Matcher before =
        language.references().articleBefore().matcher(sentence.substring(0, reference.start()));
    return before.find() ? before.group(1) : null;
  }

  private void target(
      DocumentElement element,
      String words,
      ElementKind kind,
      String label,
      String steps,
      @Nullable DocumentElement in,
      boolean isLost) {
    if (!isLost && in == null && !firsts.containsKey(kind)) {
      return;
    }
    DocumentElement scope = in != null ? in : kind == ElementKind.ITEM ? articleOf(element) : null;
    found.add(
        new Reference(
            element,
            words,
            sentence,
            isLost ? null : find(kind, label, steps, scope).orElse(null)));
  }

  private static ElementKind kind(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("art")) {
      return ElementKind.ARTICLE;
    }
    if (lower.startsWith("annex")) {
      return ElementKind.ANNEX;
    }
    if (lower.startsWith("chap")) {
      return ElementKind.CHAPTER;
    }
    if (lower.startsWith("section")) {
      return ElementKind.SECTION;
    }
    return lower.startsWith("part") ? ElementKind.PART : ElementKind.ITEM;
  }

  private @Nullable DocumentElement articleOf(DocumentElement element) {
    DocumentElement at = element;
    while (at != null && at.kind() != ElementKind.ARTICLE) {
      at = parents.get(at);
    }
    return at;
  }

  private Optional<DocumentElement> find(
      ElementKind kind, String label, String steps, @Nullable DocumentElement scope) {
    Optional<DocumentElement> at =
        scope == null
            ? Optional.ofNullable(
                firsts.getOrDefault(kind, Map.of()).get(FoldedWords.of(language.label(label))))
            : scope
                .all()
                .filter(each -> each.kind() == kind && isNumbered(each, label))
                .findFirst();
    Matcher step = STEP.matcher(steps);
    while (at.isPresent() && step.find()) {
      String part = step.group(1);
      at = at.get().parts().stream().filter(each -> isNumbered(each, part)).findFirst();
    }
    return at;
  }

  private String label(DocumentElement element) {
    return labels.computeIfAbsent(
        element.number(),
        number ->
            FoldedWords.of(
                language.label(
                    ProvisionNumber.find(number).map(ProvisionNumber::label).orElse(number))));
  }

  private boolean isNumbered(DocumentElement element, String label) {
    if (element.number().isEmpty()) {
      return false;
    }
    String own = label(element);
    return own.equals(FoldedWords.of(language.label(label)));
  }
}
