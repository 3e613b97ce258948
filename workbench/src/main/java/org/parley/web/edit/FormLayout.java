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

/// The order, grouping and labels of a record's fields.
///
/// Keys without an entry come last, collapsed: a form always has every key of its record.
final class FormLayout {

  /// A section of fields.
  ///
  /// @param title its title; empty for the first
  /// @param folded whether it is collapsed unless filled in
  record Section(String title, boolean folded, List<String> keys) {}

  private static Section open(String title, String... keys) {
    return new Section(title, false, List.of(keys));
  }

  private static Section folded(String title, String... keys) {
    return new Section(title, true, List.of(keys));
  }

  private static final Map<String, List<Section>> SECTIONS =
      Map.ofEntries(
          Map.entry(
              "claims",
              List.of(
                  open("", "speaker", "office", "party", "jointly", "said"),
                  open("What was said", "quote", "paraphrase", "source", "confidence"),
                  open("What it amounts to", "asserts", "about", "between"),
                  folded("What it corrects", "supersedes", "retracts", "contradicts"),
                  folded(
                      "How and since when it is known, and its id",
                      "channel",
                      "known",
                      "visibility",
                      "id"))),
          Map.entry(
              "sources",
              List.of(
                  open("", "publisher", "title", "address", "date"),
                  open("How far it carries", "kind", "reliability", "language", "relays", "note"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "items",
              List.of(
                  open("", "text", "source", "arrived", "about"),
                  open("What becomes of it", "decision", "decided", "decidedBy"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "forecasts",
              List.of(
                  open("", "forecaster", "made", "chance", "because"),
                  open("The question", "event", "about", "oneIsEnough", "until", "closes"),
                  folded("Sealed until the question is closed", "seal", "key"),
                  folded(
                      "Where it is reported, and its id",
                      "source",
                      "illustrative",
                      "visibility",
                      "id"))),
          Map.entry(
              "positions",
              List.of(
                  open("", "party", "point", "concludes", "interest"),
                  open("How it takes each option", "grades", "worths", "onlyIf"),
                  open("Or what it accepts of a number", "range"),
                  open("How much it matters", "rank", "weight"),
                  open("What it rests on", "claims", "told", "illustrative"),
                  folded(
                      "From when it is held, and what it replaces", "from", "known", "supersedes"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "points",
              List.of(
                  open("", "number", "title", "instrument", "partOf", "summary", "content"),
                  open("Ways to settle it", "options"),
                  open("Or the number that settles it", "quantity"),
                  open("Its text, version by version", "texts"),
                  folded(
                      "Place in the text, parts, topics, weight and places",
                      "order",
                      "heading",
                      "components",
                      "topics",
                      "weight",
                      "places"),
                  folded("Where it is reported, and its id", "source", "visibility", "id"))),
          Map.entry(
              "places",
              List.of(
                  open("", "title", "geometry", "date", "note", "source"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "indicators",
              List.of(
                  open("", "title", "topic", "unit", "source"),
                  open("Its values, one a line", "values", "delayDays"),
                  open("When it is to be looked at", "tripwires"),
                  folded("The file it was read from, and its id", "origin", "visibility", "id"))),
          Map.entry(
              "rounds",
              List.of(
                  open("", "title", "parties", "points"),
                  open("When answers are taken", "opens", "closes"),
                  open("What is revealed, and when", "when", "reveals"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "tabledPackages",
              List.of(
                  open("", "round", "title", "author", "tabled", "visibility"),
                  open("What it settles", "provisions"),
                  open("Which version it is", "version", "amends"),
                  folded("Its id", "id"))),
          Map.entry(
              "pairwiseComparisons",
              List.of(
                  open("", "party", "told"),
                  open("The package it prefers", "better"),
                  open("The other one", "worse", "same"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "comments",
              List.of(
                  open("", "text", "by", "made"),
                  open("What it is on", "subject"),
                  open("Or what it answers", "replyTo", "decision"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "tasks",
              List.of(
                  open("", "title", "due"),
                  open("Who does it", "account", "party"),
                  open("What it is about", "on", "note"),
                  folded("Whether it is done, and its id", "done", "visibility", "id"))),
          Map.entry(
              "meetings",
              List.of(
                  open("", "title", "date", "place", "format"),
                  open(
                      "Who met, and what came of it",
                      "participants",
                      "roles",
                      "people",
                      "note",
                      "source"),
                  folded("Since when it is known, and its id", "known", "visibility", "id"))),
          Map.entry(
              "steps",
              List.of(
                  open("", "title", "by", "verifiedBy", "happened", "places"),
                  open(
                      "How long, and what it is worth",
                      "duration",
                      "topics",
                      "irreversible",
                      "worth"),
                  folded("As an event of a document", "instrument", "event"),
                  folded("What was observed", "progress"),
                  folded("Where it is reported, and its id", "source", "visibility", "id"))),
          Map.entry(
              "demands",
              List.of(
                  open("", "text", "by"),
                  open("What it asks for", "allOf", "anyOf"),
                  open("What it rests on", "claims", "points", "inferred"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "guarantees",
              List.of(
                  open("", "title", "obligors", "beneficiary", "liability", "force"),
                  open("When it answers", "trigger", "determination"),
                  open("What is then owed", "ladder"),
                  open("From when to when", "inForce", "voiding"),
                  open(
                      "What a text may leave open",
                      "suspendedClock",
                      "openDuties",
                      "escalation",
                      "ties",
                      "calendar",
                      "grace",
                      "assumed"),
                  open("What it rests on", "instrument", "points", "claims"),
                  folded("Its id", "visibility", "id"))),
          Map.entry(
              "parties",
              List.of(
                  open("", "name", "shortName", "kind", "roles", "members", "iso3166"),
                  folded("When a body does not sit", "recesses"),
                  folded("What a body is for, and who sits in it", "mandates", "memberships"),
                  folded("Its id", "visibility", "id"))),
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
                  open("What happened to it", "status", "known"),
                  folded("Where it is reported, and its id", "source", "visibility", "id"))));

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("claim.said", "Said on"),
          Map.entry("claim.channel", "Said in public, or behind closed doors"),
          Map.entry("claim.party", "Speaking for"),
          Map.entry("claim.asserts", "It says the matter is"),
          Map.entry("claim.between", "Between which parties"),
          Map.entry("claim.source", "Read in"),
          Map.entry("claim.known", "Known since"),
          Map.entry("claim.supersedes", "Takes the place of"),
          Map.entry("claim.retracts", "Takes back"),
          Map.entry("claim.contradicts", "Denies"),
          Map.entry("source.date", "Published on"),
          Map.entry("source.relays", "Repeats"),
          Map.entry("item.text", "What came in"),
          Map.entry("item.source", "Read in"),
          Map.entry("item.decision", "Decision"),
          Map.entry("item.decided", "Decided on"),
          Map.entry("item.arrived", "Came in on"),
          Map.entry("forecast.made", "Made on"),
          Map.entry("forecast.chance", "Probability"),
          Map.entry("forecast.event", "What happens"),
          Map.entry("forecast.about", "To which instruments"),
          Map.entry("forecast.oneIsEnough", "One of them is enough"),
          Map.entry("forecast.until", "By when it happens"),
          Map.entry("forecast.closes", "Forecasts close on"),
          Map.entry("forecast.illustrative", "An illustration that nobody made"),
          Map.entry("position.grades", "How it takes each option"),
          Map.entry("position.worths", "Worth of single options"),
          Map.entry("position.range", "Values accepted, and their worth"),
          Map.entry("accepted-range.atLeast", "At least"),
          Map.entry("accepted-range.atMost", "At most"),
          Map.entry("accepted-range.worth", "Best is"),
          Map.entry("quantity.most", "Largest value"),
          Map.entry("quantity.least", "Least value"),
          Map.entry("position.onlyIf", "Accepted on a condition only"),
          Map.entry("proviso.option", "It accepts"),
          Map.entry("proviso.options", "Only together with"),
          Map.entry("proviso.steps", "Only if these steps happen"),
          Map.entry("proviso.demands", "Only if these demands are kept"),
          Map.entry("position.illustrative", "An illustration, not drawn from claims"),
          Map.entry("baseline.illustrative", "An illustration, not drawn from claims"),
          Map.entry("linkage.illustrative", "An illustration, not drawn from claims"),
          Map.entry("demand.inferred", "Follows from the steps; nobody said it"),
          Map.entry("step.irreversible", "It cannot be undone"),
          Map.entry("step.by", "Done by"),
          Map.entry("point.texts", "Versions of its text"),
          Map.entry("alternative.noText", "To say nothing"),
          Map.entry("party.iso3166", "ISO 3166 code"),
          Map.entry("instrument-event.expected", "Only expected"),
          Map.entry("*.source", "Reported in"),
          Map.entry("*.visibility", "Who sees it"),
          Map.entry("*.id", "Id"));

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
      sections.add(new Section(section.title, section.folded, keys));
    }
    if (sections.isEmpty()) {
      List<String> last = left.stream().filter(key -> isLast(key)).toList();
      last.forEach(left::remove);
      sections.add(new Section("", false, List.copyOf(left)));
      sections.add(new Section("Its id", true, last));
    } else if (!left.isEmpty()) {
      sections.add(new Section("More", true, List.copyOf(left)));
    }
    return sections;
  }

  private static boolean isLast(String key) {
    return key.equals("visibility") || key.equals("id");
  }

  /// The label of a key.
  static String label(Shape.Key key) {
    String owner = Shapes.kebab(key.owner());
    String own = LABELS.get(owner + "." + key.name());
    String shared = LABELS.get("*." + key.name());
    return own != null
        ? own
        : shared != null ? shared : Say.sentence(RecordTitles.words(key.name()));
  }

  /// The meaning of a key, for the person who fills it in.
  static String hint(Shape.Key key) {
    return Descriptions.of(Shapes.kebab(key.owner()), key.name())
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

  /// The label of a form of a choice.
  static String choice(Shape.Union union, String name) {
    return Say.sentence(RecordTitles.words(name));
  }

  /// The meaning of a form of a choice.
  static String meaning(Shape.Union union, String name) {
    return Descriptions.of(Shapes.kebab(union.type()), name);
  }
}
