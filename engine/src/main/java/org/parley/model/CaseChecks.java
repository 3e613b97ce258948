package org.parley.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.References.Declaration;
import org.parley.model.References.Mention;

/// What makes a set of records a case.
///
/// Ids are unique; every reference names a thing of the right kind; nothing refers to what some of
/// its readers may not see; no circles of members, relays, parts or corrections; and each record
/// makes sense by itself. Every violation is reported, in the order of the records.
///
/// Because nothing refers to what some of its readers may not see, a view is the case without the
/// records the viewer may not see, and nothing in it tells that they exist.
///
/// Cost: linear in the records, but for a name that does not exist, where every id of the kind is
/// compared for advice.
public final class CaseChecks {

  /// The longest quotation a claim may carry, in characters.
  public static final int QUOTE_LENGTH = 500;

  private static final Pattern TOPIC = Pattern.compile("[A-Z][A-Za-z]{1,11}");

  private final List<? extends CaseRecord> records;
  private final List<List<Mention>> mentions = new ArrayList<>();
  private final Map<String, Declaration> declared;
  private final List<Problem> problems = new ArrayList<>();

  private CaseChecks(List<? extends CaseRecord> records) {
    this.records = records;
    for (CaseRecord each : records) {
      mentions.add(References.of((Record) each));
    }
    this.declared = new HashMap<>();
    for (int index = 0; index < records.size(); index++) {
      for (Mention mention : mentions.get(index)) {
        if (mention.declares()) {
          declared.putIfAbsent(mention.id().value(), new Declaration(index, mention));
        }
      }
    }
  }

  /// Every problem of these records; empty where they are a case.
  public static List<Problem> problems(CaseInfo info, List<? extends CaseRecord> records) {
    CaseChecks checks = new CaseChecks(records);
    checks.references(Problem.CASE_INFO, References.of(info));
    if (info.title().isBlank()) {
      checks.report(
          Problem.CASE_INFO,
          List.of("title"),
          "the case has no title",
          "",
          "Maybe name the settlement");
    }
    for (int index = 0; index < records.size(); index++) {
      checks.uniqueIds(index);
      checks.references(index, checks.mentions.get(index));
      checks.sense(index, records.get(index));
    }
    checks.circles();
    checks.numbersAndPositions();
    return List.copyOf(checks.problems);
  }

  private void report(
      int index, List<String> path, String message, @Nullable Object value, String advice) {
    problems.add(new Problem(index, path, message, value == null ? "" : value.toString(), advice));
  }

  private void uniqueIds(int index) {
    for (Mention mention : mentions.get(index)) {
      if (!mention.declares()) {
        continue;
      }
      Declaration first = declared.get(mention.id().value());
      if (first != null
          && !(first.record() == index && first.mention().path().equals(mention.path()))) {
        report(
            index,
            mention.path(),
            "this id is taken by " + article(first.mention().id().kind()),
            mention.id(),
            "Maybe choose another id; ids are unique in a case, whatever they name");
      }
    }
  }

  private void references(int index, List<Mention> mentioned) {
    for (Mention mention : mentioned) {
      if (mention.declares()) {
        continue;
      }
      Id id = mention.id();
      Declaration target = declared.get(id.value());
      if (target == null) {
        report(index, mention.path(), "there is no " + wanted(mention), id, nearest(mention));
      } else if (!kindFits(id, target.mention().id())) {
        report(
            index,
            mention.path(),
            "this is "
                + article(target.mention().id().kind())
                + ", where "
                + article(id.kind())
                + " is needed",
            id,
            nearest(mention));
      } else if (!narrowest(target.mention().visibility())
          .covers(narrowest(mention.visibility()))) {
        report(
            index,
            mention.path(),
            "this " + id.kind() + " is hidden from some who may read what refers to it",
            id,
            "Maybe restrict the visibility of this record, or widen that of \"" + id + "\"");
      }
    }
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  private static String wanted(Mention mention) {
    return mention.id().kind() + (isSubject(mention) ? " (or other subject)" : "");
  }

  /// Whether any subject may stand there, whatever its kind.
  private static boolean isSubject(Mention mention) {
    return mention.path().getFirst().equals("about");
  }

  private static boolean kindFits(Id mentioned, Id declaredAs) {
    return mentioned.getClass() == declaredAs.getClass();
  }

  private static Visibility narrowest(List<Visibility> all) {
    Visibility result = new Visibility.Public();
    for (Visibility each : all) {
      if (result.covers(each)) {
        result = each;
      } else if (!each.covers(result)) {
        result = new Visibility.Mediator();
      }
    }
    return result;
  }

  private String nearest(Mention mention) {
    Id id = mention.id();
    List<String> names =
        declared.values().stream()
            .map(d -> d.mention().id())
            .filter(other -> isSubject(mention) ? other instanceof Subject : kindFits(id, other))
            .map(Id::value)
            .toList();
    return Spelling.nearest(id.value(), names)
        .map(name -> "Maybe you meant \"" + name + "\"")
        .orElse("Maybe add " + article(id.kind()) + " with this id, or correct the name");
  }

  private void circles() {
    Map<String, Integer> indexOf = new HashMap<>();
    declared.forEach((id, where) -> indexOf.put(id, where.record()));
    circle(indexOf, "members", r -> r instanceof Party p ? p.members() : List.of());
    circle(
        indexOf,
        "relays",
        r -> r instanceof Source s && s.relays() != null ? List.of(s.relays()) : List.of());
    circle(
        indexOf,
        "partOf",
        r -> r instanceof Instrument i && i.partOf() != null ? List.of(i.partOf()) : List.of());
    circle(indexOf, "supersedes", r -> r instanceof Claim c ? corrected(c) : List.of());
  }

  private static List<ClaimId> corrected(Claim claim) {
    List<ClaimId> all = new ArrayList<>(claim.supersedes());
    all.addAll(claim.retracts());
    all.addAll(claim.contradicts());
    return all;
  }

  private interface Next {
    Collection<? extends Id> of(CaseRecord record);
  }

  private enum Mark {
    OPEN,
    DONE
  }

  /// Reports each circle once, at the record that closes it. Depth first with a stack of its own:
  /// chains may be long.
  private void circle(Map<String, Integer> indexOf, String key, Next next) {
    Map<Integer, Mark> marks = new HashMap<>();
    for (int start = 0; start < records.size(); start++) {
      List<Integer> stack = new ArrayList<>(List.of(start));
      while (!stack.isEmpty()) {
        int at = stack.getLast();
        if (marks.get(at) == Mark.DONE) {
          stack.removeLast();
          continue;
        }
        marks.put(at, Mark.OPEN);
        int depth = stack.size();
        for (Id id : next.of(records.get(at))) {
          Integer to = indexOf.get(id.value());
          if (to == null || marks.get(to) == Mark.DONE) {
            continue;
          }
          if (marks.get(to) == Mark.OPEN) {
            report(
                at,
                List.of(key),
                "a circle: it leads back to itself",
                id,
                "Maybe remove one of its links");
          } else {
            stack.add(to);
          }
        }
        if (stack.size() == depth) {
          marks.put(at, Mark.DONE);
          stack.removeLast();
        }
      }
    }
  }

  private void numbersAndPositions() {
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < records.size(); index++) {
      switch (records.get(index)) {
        case Point p -> {
          if (!seen.add(p.instrument() + " number " + p.number())) {
            report(
                index,
                List.of("number"),
                "another point of \"" + p.instrument() + "\" has this number",
                p.number(),
                "Maybe number it differently");
          }
        }
        case Position p -> {
          if (!seen.add(p.party() + " on " + p.point() + " for " + p.visibility())) {
            report(
                index,
                List.of("point"),
                "another position of \"" + p.party() + "\" on this point has the same visibility",
                p.point(),
                "Maybe merge the two");
          }
        }
        case Party _, Instrument _, Source _, Claim _, Meeting _, Step _, Term _, Demand _ -> {}
      }
    }
  }

  private void demand(int index, Demand demand) {
    words(index, "text", demand.text());
    if (demand.allOf().isEmpty() && demand.anyOf().isEmpty()) {
      report(
          index,
          List.of("allOf"),
          "the demand asks for nothing",
          demand.id(),
          "Maybe say what is to come after what");
    }
    if (demand.claims().isEmpty() && demand.points().isEmpty() && !demand.inferred()) {
      report(
          index,
          List.of("claims"),
          "the demand rests on no claim and no point",
          demand.id(),
          "Maybe name the claim or the point, or mark it inferred");
    }
  }

  private void sense(int index, CaseRecord any) {
    switch (any) {
      case Party p -> party(index, p);
      case Instrument i -> words(index, "title", i.title());
      case Point p -> point(index, p);
      case Source s -> source(index, s);
      case Claim c -> claim(index, c);
      case Meeting m -> {
        words(index, "title", m.title());
        once(index, "participants", m.participants());
      }
      case Position p -> position(index, p);
      case Step s -> words(index, "title", s.title());
      case Term t -> {
        words(index, "words", t.words());
        once(index, "readings", t.readings().stream().map(Term.Reading::name).toList());
        if (t.readings().isEmpty()) {
          report(index, List.of("readings"), "the term has no reading", t.id(), "Maybe add one");
        }
      }
      case Demand d -> demand(index, d);
    }
  }

  private void words(int index, String key, String words) {
    if (words.isBlank()) {
      report(index, List.of(key), "no " + key, words, "Maybe write one");
    }
  }

  private void once(int index, String key, List<?> list) {
    Set<Object> seen = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      if (!seen.add(list.get(i))) {
        report(
            index,
            List.of(key, Integer.toString(i)),
            "named twice",
            list.get(i),
            "Maybe name it once");
      }
    }
  }

  private void party(int index, Party party) {
    words(index, "name", party.name());
    once(index, "members", party.members());
    if (!party.members().isEmpty()
        && (party.kind() == PartyKind.STATE || party.kind() == PartyKind.ARMED_GROUP)) {
      report(
          index,
          List.of("members"),
          "a state or armed group has no members",
          party.members(),
          "Maybe make it a coalition");
    }
    String code = party.iso3166();
    if (code != null
        && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(code)) {
      report(
          index,
          List.of("iso3166"),
          "not an ISO 3166-1 alpha-3 code",
          code,
          "Maybe write three capital letters: UKR, USA, RUS");
    }
  }

  private void point(int index, Point point) {
    words(index, "number", point.number());
    words(index, "title", point.title());
    Integer weight = point.weight();
    if (weight != null && weight < 1) {
      report(index, List.of("weight"), "a weight is 1 or more", weight, "Maybe leave it out");
    }
    for (int i = 0; i < point.topics().size(); i++) {
      if (!TOPIC.matcher(point.topics().get(i)).matches()) {
        report(
            index,
            List.of("topics", Integer.toString(i)),
            "not a PA-X topic code",
            point.topics().get(i),
            "Maybe write a code of the PA-X codebook: SsrGua, Ce, TpsAut");
      }
    }
    Set<String> versions = new HashSet<>();
    for (int i = 0; i < point.texts().size(); i++) {
      TextVersion text = point.texts().get(i);
      if (!versions.add(text.version())) {
        report(
            index,
            List.of("texts", Integer.toString(i), "version"),
            "another text of this point has this version",
            text.version(),
            "Maybe number it differently");
      }
      brackets(index, i, text);
    }
  }

  private void brackets(int index, int textIndex, TextVersion text) {
    for (int i = 0; i < text.text().size(); i++) {
      if (!(text.text().get(i)
          instanceof Segment.Bracket(_, List<Segment.Alternative> alternatives))) {
        continue;
      }
      List<String> path =
          List.of("texts", Integer.toString(textIndex), "text", Integer.toString(i));
      if (alternatives.isEmpty()) {
        report(
            index, path, "a bracket without alternatives", "", "Maybe add what its holders want");
      }
      for (Segment.Alternative alternative : alternatives) {
        if ((alternative.words() == null) != alternative.noText()) {
          report(
              index,
              path,
              "an alternative needs either words or noText: true",
              alternative.words(),
              "Maybe keep one of the two");
        }
      }
    }
  }

  private void source(int index, Source source) {
    words(index, "publisher", source.publisher());
    words(index, "title", source.title());
    try {
      new Locale.Builder().setLanguageTag(source.language()).build();
    } catch (IllformedLocaleException e) {
      report(
          index,
          List.of("language"),
          "not a BCP 47 language tag",
          source.language(),
          "Maybe write en, uk, ru or fr");
    }
  }

  private void claim(int index, Claim claim) {
    words(index, "speaker", claim.speaker());
    String quote = claim.quote();
    if (claim.words().isBlank()) {
      report(
          index,
          List.of("quote"),
          "neither quote nor paraphrase",
          "",
          "Maybe say in a sentence what was said");
    }
    if (quote != null && quote.length() > QUOTE_LENGTH) {
      report(
          index,
          List.of("quote"),
          "longer than " + QUOTE_LENGTH + " characters",
          quote.substring(0, 40) + "...",
          "Maybe quote the words that matter");
    }
    if (claim.source().isEmpty()) {
      report(
          index, List.of("source"), "a claim without source", "", "Maybe name where it was read");
    }
    if (claim.about().isEmpty()) {
      report(index, List.of("about"), "a claim about nothing", "", "Maybe write about: whole");
    }
    once(index, "source", claim.source());
    once(index, "about", claim.about());
    once(index, "between", claim.between());
    if (claim.between().size() == 1) {
      report(
          index,
          List.of("between"),
          "between one party alone",
          claim.between().getFirst(),
          "Maybe name all parties among whom it is said to hold, or none");
    }
    Edtf known = claim.known();
    if (known != null && known.isBefore(claim.said())) {
      report(
          index, List.of("known"), "known before it was said", known, "Maybe swap said and known");
    }
    if (claim.asserts() instanceof Assertion.Prefers(OptionId option)) {
      belongsToPoint(index, List.of("asserts"), option, "about", claim.about());
    }
    for (ClaimId id : corrected(claim)) {
      if (record(id) instanceof Claim earlier && claim.said().isBefore(earlier.said())) {
        report(
            index,
            List.of("said"),
            "it corrects a claim that was said later, " + id,
            claim.said(),
            "Maybe swap them");
      }
    }
    for (int i = 0; i < claim.retracts().size(); i++) {
      ClaimId id = claim.retracts().get(i);
      if (record(id) instanceof Claim earlier && !earlier.party().equals(claim.party())) {
        report(
            index,
            List.of("retracts", Integer.toString(i)),
            "a party can only take back its own words; this claim is by " + earlier.party(),
            id,
            "Maybe write contradicts");
      }
    }
  }

  private void belongsToPoint(
      int index,
      List<String> path,
      OptionId option,
      String key,
      Collection<? extends Subject> points) {
    Declaration where = declared.get(option.value());
    if (where != null
        && records.get(where.record()) instanceof Point point
        && !points.contains(point.id())) {
      report(
          index,
          path,
          "this option belongs to \"" + point.id() + "\"",
          option,
          "Maybe write " + key + ": " + point.id());
    }
  }

  private void position(int index, Position position) {
    Integer rank = position.rank();
    if (rank != null && rank < 1) {
      report(
          index,
          List.of("rank"),
          "a rank is 1 or more",
          rank,
          "Maybe rank the most important point 1");
    }
    if (position.claims().isEmpty() && !position.illustrative()) {
      report(
          index,
          List.of("claims"),
          "a position that rests on nothing",
          position.id(),
          "Maybe name the claims it rests on, or write illustrative: true");
    }
    for (OptionId option : position.grades().keySet()) {
      belongsToPoint(
          index, List.of("grades", option.value()), option, "point", List.of(position.point()));
    }
  }

  private @Nullable CaseRecord record(Id id) {
    Declaration where = declared.get(id.value());
    return where == null ? null : records.get(where.record());
  }
}
