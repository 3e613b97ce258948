package org.parley.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.casefile.shape.Descriptions;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.web.view.Say;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The order, grouping and labels of a record's fields.
///
/// Keys without an entry come last, collapsed: a form always has every key of its record.
final class FormLayout {

  /// A section of fields.
  ///
  /// @param name the key of its title; empty for the first
  /// @param folded whether it is collapsed unless filled in
  record Section(String name, boolean folded, List<String> keys) {

    /// Its title, in the language of the page; empty for the first.
    String title() {
      return name.isEmpty() ? "" : Say.text("section." + name);
    }
  }

  private static Section open(String name, String... keys) {
    return new Section(name, false, List.of(keys));
  }

  private static Section folded(String name, String... keys) {
    return new Section(name, true, List.of(keys));
  }

  private static final Map<String, List<Section>> SECTIONS =
      Map.ofEntries(
          Map.entry(
              "claims",
              List.of(
                  open("", "speaker", "office", "party", "jointly", "said"),
                  open("what-was-said", "quote", "paraphrase", "source", "confidence"),
                  open("what-it-amounts-to", "asserts", "about", "between"),
                  folded("what-it-corrects", "supersedes", "retracts", "contradicts"),
                  folded(
                      "how-and-since-when-it-is-known-and-its-id",
                      "channel",
                      "known",
                      "visibility",
                      "id"))),
          Map.entry(
              "sources",
              List.of(
                  open("", "publisher", "title", "address", "date"),
                  open("how-far-it-carries", "kind", "reliability", "language", "relays", "note"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "items",
              List.of(
                  open("", "text", "source", "arrived", "about"),
                  open("what-becomes-of-it", "decision", "decided", "decidedBy"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "forecasts",
              List.of(
                  open("", "forecaster", "made", "chance", "because"),
                  open("the-question", "event", "about", "oneIsEnough", "until", "closes"),
                  folded("sealed-until-the-question-is-closed", "seal", "key"),
                  folded(
                      "where-it-is-reported-and-its-id",
                      "source",
                      "illustrative",
                      "visibility",
                      "id"))),
          Map.entry(
              "positions",
              List.of(
                  open("", "party", "point", "concludes", "interest"),
                  open("how-it-takes-each-option", "grades", "worths", "onlyIf"),
                  open("or-what-it-accepts-of-a-number", "range"),
                  open("how-much-it-matters", "rank", "weight"),
                  open("what-it-rests-on", "claims", "told", "illustrative"),
                  folded(
                      "from-when-it-is-held-and-what-it-replaces", "from", "known", "supersedes"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "points",
              List.of(
                  open("", "number", "title", "instrument", "partOf", "summary", "content"),
                  open("ways-to-settle-it", "options"),
                  open("or-the-number-that-settles-it", "quantity"),
                  open("its-text-version-by-version", "texts"),
                  folded(
                      "place-in-the-text-parts-topics-weight-and-places",
                      "order",
                      "heading",
                      "components",
                      "topics",
                      "weight",
                      "places"),
                  folded("where-it-is-reported-and-its-id", "source", "visibility", "id"))),
          Map.entry(
              "places",
              List.of(
                  open("", "title", "geometry", "date", "note", "source"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "indicators",
              List.of(
                  open("", "title", "topic", "unit", "source"),
                  open("its-values-one-a-line", "values", "delayDays"),
                  open("when-it-is-to-be-looked-at", "tripwires"),
                  folded("the-file-it-was-read-from-and-its-id", "origin", "visibility", "id"))),
          Map.entry(
              "rounds",
              List.of(
                  open("", "title", "parties", "points"),
                  open("when-answers-are-taken", "opens", "closes"),
                  open("what-is-revealed-and-when", "when", "reveals"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "tabledPackages",
              List.of(
                  open("", "round", "title", "author", "tabled", "visibility"),
                  open("what-it-settles", "provisions"),
                  open("which-version-it-is", "version", "amends"),
                  folded("its-id", "id"))),
          Map.entry(
              "pairwiseComparisons",
              List.of(
                  open("", "party", "told"),
                  open("the-package-it-prefers", "better"),
                  open("the-other-one", "worse", "same"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "comments",
              List.of(
                  open("", "text", "by", "made"),
                  open("what-it-is-on", "subject"),
                  open("or-what-it-answers", "replyTo", "decision"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "tasks",
              List.of(
                  open("", "title", "due"),
                  open("who-does-it", "account", "party"),
                  open("what-it-is-about", "on", "note"),
                  folded("whether-it-is-done-and-its-id", "done", "visibility", "id"))),
          Map.entry(
              "meetings",
              List.of(
                  open("", "title", "date", "place", "format"),
                  open(
                      "who-met-and-what-came-of-it",
                      "participants",
                      "roles",
                      "people",
                      "note",
                      "source"),
                  folded("since-when-it-is-known-and-its-id", "known", "visibility", "id"))),
          Map.entry(
              "steps",
              List.of(
                  open("", "title", "by", "verifiedBy", "happened", "places"),
                  open(
                      "how-long-and-what-it-is-worth",
                      "duration",
                      "topics",
                      "irreversible",
                      "worth"),
                  folded("as-an-event-of-a-document", "instrument", "event"),
                  folded("what-was-observed", "progress"),
                  folded("where-it-is-reported-and-its-id", "source", "visibility", "id"))),
          Map.entry(
              "demands",
              List.of(
                  open("", "text", "by"),
                  open("what-it-asks-for", "allOf", "anyOf"),
                  open("what-it-rests-on", "claims", "points", "inferred"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "guarantees",
              List.of(
                  open("", "title", "obligors", "beneficiary", "liability", "force"),
                  open("when-it-answers", "trigger", "determination"),
                  open("what-is-then-owed", "ladder"),
                  open("from-when-to-when", "inForce", "voiding"),
                  open(
                      "what-a-text-may-leave-open",
                      "suspendedClock",
                      "openDuties",
                      "escalation",
                      "ties",
                      "calendar",
                      "grace",
                      "assumed"),
                  open("what-it-rests-on", "instrument", "points", "claims"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "parties",
              List.of(
                  open("", "name", "shortName", "kind", "roles", "members", "iso3166"),
                  folded("when-a-body-does-not-sit", "recesses"),
                  folded("what-a-body-is-for-and-who-sits-in-it", "mandates", "memberships"),
                  folded("its-id", "visibility", "id"))),
          Map.entry(
              "instruments",
              List.of(
                  open(
                      "",
                      "title",
                      "shortName",
                      "kind",
                      "summary",
                      "partOf",
                      "signatories",
                      "rule",
                      "signing"),
                  open("what-happened-to-it", "status", "known"),
                  folded("where-it-is-reported-and-its-id", "source", "visibility", "id"))));

  /// Keys whose words may run to several lines.
  private static final Set<String> LONG =
      Set.of(
          "quote",
          "paraphrase",
          "summary",
          "note",
          "concludes",
          "interest",
          "because",
          "text",
          "words");

  private static final Set<String> SHORT_WORDS = Set.of("term.words");

  private FormLayout() {}

  /// The sections of the form of a kind; together they have every key.
  static List<Section> of(String kind, Shape.Structure shape) {
    Set<String> left = new LinkedHashSet<>();
    shape.keys().forEach(key -> left.add(key.name()));
    List<Section> sections = new ArrayList<>();
    for (Section section : SECTIONS.getOrDefault(kind, List.of())) {
      List<String> keys = section.keys.stream().filter(left::contains).toList();
      keys.forEach(left::remove);
      sections.add(new Section(section.name, section.folded, keys));
    }
    if (sections.isEmpty()) {
      List<String> last = left.stream().filter(key -> isLast(key)).toList();
      last.forEach(left::remove);
      sections.add(new Section("", false, List.copyOf(left)));
      sections.add(new Section("its-id", true, last));
    } else if (!left.isEmpty()) {
      sections.add(new Section("more", true, List.copyOf(left)));
    }
    return sections;
  }

  private static boolean isLast(String key) {
    return key.equals("visibility") || key.equals("id");
  }

  /// The label of a key: that of its record, else that of all records with such a key.
  static String label(Shape.Key key) {
    String own = "field." + Shapes.kebab(key.owner()) + "." + key.name();
    return Say.text(Messages.current().has(own) ? own : "field." + key.name());
  }

  /// The meaning of a key, for the person who fills it in.
  static String hint(Shape.Key key) {
    return Descriptions.spoken(Shapes.kebab(key.owner()), key.name(), Language.current())
        .replace("whole, or ids of instruments", "the whole, or instruments")
        .replaceAll(":? ?,? ?ids of [a-z, ]+(?=\\.|$)", "")
        .replaceAll("\\(\\)", "")
        .strip();
  }

  /// Whether its words may run to several lines.
  static boolean isLong(Shape.Key key) {
    return LONG.contains(key.name())
        && !SHORT_WORDS.contains(Shapes.kebab(key.owner()) + "." + key.name());
  }

  /// One of several words, or the name of one of several forms.
  ///
  /// @param type the type of the choice
  static String choice(Class<?> type, String word) {
    return Say.text("choice." + Shapes.kebab(type) + "." + word);
  }

  /// The meaning of a form of a choice.
  static String meaning(Shape.Union union, String name) {
    return Descriptions.spoken(Shapes.kebab(union.type()), name, Language.current());
  }
}
