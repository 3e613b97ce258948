package org.parley.model.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.comment.Comment;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.Need;
import org.parley.model.indicator.Indicator;
import org.parley.model.party.Mandate;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.party.Recess;
import org.parley.model.place.Place;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.Position;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.source.Source;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.step.Term;
import org.parley.model.task.Task;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.model.text.TextVersion;

/// Validates each record, by itself and with the others of its kind.
final class RecordChecks {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final RecordsUnderCheck records;

  RecordChecks(RecordsUnderCheck records) {
    this.records = records;
  }

  void check(int index) {
    switch (records.records().get(index)) {
      case Party p -> party(index, p);
      case Instrument i -> {
        records.words(index, "title", i.title());
        new ActChecks(records, index).versions(i);
        new PreferenceChecks(records).signing(index, i);
      }
      case Point p -> point(index, p);
      case Source s -> source(index, s);
      case Claim c -> new ClaimChecks(records).check(index, c);
      case Item i -> new ClaimChecks(records).item(index, i);
      case Forecast f -> new ForecastChecks(records).forecast(index, f);
      case Meeting m -> {
        records.words(index, "title", m.title());
        records.once(index, "participants", m.participants());
      }
      case Act a -> new ActChecks(records, index).act(a);
      case Place p -> {
        records.words(index, "title", p.title());
        records.once(index, "source", p.source());
      }
      case Position p -> new PreferenceChecks(records).position(index, p);
      case Step s -> new StepChecks(records, index).step(s);
      case Term t -> {
        records.words(index, "words", t.words());
        records.once(index, "readings", t.readings().stream().map(Term.Reading::name).toList());
        if (t.readings().isEmpty()) {
          records.report(index, List.of("readings"), Rule.Plain.TERM_WITHOUT_READING, t.id());
        }
      }
      case Demand d -> new StepChecks(records, index).demand(d);
      case Baseline b -> new PreferenceChecks(records).baseline(index, b);
      case Linkage l -> new PreferenceChecks(records).linkage(index, l);
      case Guarantee g -> new GuaranteeChecks(records, index).guarantee(g);
      case Contribution c -> new GuaranteeChecks(records, index).contribution(c);
      case Need n -> new GuaranteeChecks(records, index).need(n);
      case Incident i -> {
        records.words(index, "title", i.title());
        records.once(index, "places", i.places());
      }
      case LogEntry e -> new GuaranteeChecks(records, index).entry(e);
      case CoverageQuestion q -> new GuaranteeChecks(records, index).question(q);
      case Indicator i -> indicator(index, i);
      case Round r -> new RoundChecks(records, index).round(r);
      case TabledPackage p -> new RoundChecks(records, index).tabled(p);
      case PairwiseComparison c -> new ComparisonChecks(records, index).comparison(c);
      case Comment c -> new CommentChecks(records, index).comment(c);
      case Task t -> new TaskChecks(records, index).task(t);
    }
  }

  private void indicator(int index, Indicator indicator) {
    records.words(index, "title", indicator.title());
    records.words(index, "unit", indicator.unit());
    records.once(index, "source", indicator.source());
    records.once(index, "tripwires", indicator.tripwires());
    Integer delay = indicator.delayDays();
    if (delay != null && delay < 0) {
      records.report(index, List.of("delayDays"), Rule.Plain.NEGATIVE_DELAY, delay);
    }
    Indicator.SeriesOrigin origin = indicator.origin();
    if (origin != null && !DIGEST.matcher(origin.sha256()).matches()) {
      records.report(index, List.of("origin", "sha256"), Rule.Plain.NOT_A_DIGEST, origin.sha256());
    }
    if (origin != null && origin.rows() < 1) {
      records.report(index, List.of("origin", "rows"), Rule.Plain.ROWS_BELOW_ONE, origin.rows());
    }
  }

  private void party(int index, Party party) {
    records.words(index, "name", party.name());
    if (party.shortName() != null) {
      records.languages(index, List.of("shortName"), party.shortName());
    }
    records.once(index, "members", party.members());
    if (party.kind() == PartyKind.STATE || party.kind() == PartyKind.ARMED_GROUP) {
      bodies(index, party);
    }
    body(index, party);
    String code = party.iso3166();
    if (code != null
        && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(code)) {
      records.report(index, List.of("iso3166"), Rule.Plain.NOT_A_COUNTRY_CODE, code);
    }
    if (!party.recesses().isEmpty() && party.kind() != PartyKind.BODY) {
      records.report(index, List.of("recesses"), Rule.Plain.RECESS_OF_NO_BODY, party.id());
    }
    for (int i = 0; i < party.recesses().size(); i++) {
      recess(index, List.of("recesses", Integer.toString(i)), party.recesses().get(i));
    }
  }

  private void recess(int index, List<String> at, Recess recess) {
    LocalDate until = recess.until();
    if (recess.to().isBefore(recess.from())) {
      records.report(index, at(at, "to"), Rule.Plain.RECESS_ENDS_FIRST, recess.to());
    } else if (until != null && !recess.to().isBefore(recess.from().plusYears(1))) {
      records.report(index, at(at, "to"), Rule.Plain.RECESS_LONGER_THAN_YEAR, recess.to());
    }
    if (until != null
        && (until.isBefore(recess.to())
            || until.isAfter(recess.from().plusYears(Recess.MOST_YEARS)))) {
      records.report(index, at(at, "until"), new Rule.RecessReturns(Recess.MOST_YEARS), until);
    }
    if (recess.source().isEmpty()) {
      records.report(index, at(at, "source"), Rule.Plain.RECESS_RESTS_ON_NOTHING, recess.from());
    }
  }

  private static List<String> at(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  /// A state is no coalition of states, but its parliament and its voters speak for it.
  private void bodies(int index, Party party) {
    for (int i = 0; i < party.members().size(); i++) {
      if (records.record(party.members().get(i)) instanceof Party member
          && member.kind() != PartyKind.BODY
          && member.kind() != PartyKind.ELECTORATE) {
        records.report(
            index,
            List.of("members", Integer.toString(i)),
            Rule.Plain.STATE_WITH_MEMBERS,
            member.id());
      }
    }
  }

  private void body(int index, Party party) {
    for (int i = 0; i < party.mandates().size(); i++) {
      Mandate mandate = party.mandates().get(i);
      String at = Integer.toString(i);
      if (mandate.text().isBlank()) {
        records.report(
            index, List.of("mandates", at, "text"), new Rule.Blank("text"), mandate.text());
      }
      records.languages(index, List.of("mandates", at, "text"), mandate.text());
      ends(index, List.of("mandates", at, "until"), mandate.from(), mandate.until());
    }
    for (int i = 0; i < party.memberships().size(); i++) {
      Membership membership = party.memberships().get(i);
      String at = Integer.toString(i);
      String person = membership.person();
      if (membership.party() == null && (person == null || person.isBlank())) {
        records.report(index, List.of("memberships", at), Rule.Plain.MEMBERSHIP_OF_NOBODY, person);
      }
      Integer seats = membership.seats();
      if (seats != null && seats < 1) {
        records.report(
            index, List.of("memberships", at, "seats"), Rule.Plain.SEATS_BELOW_ONE, seats);
      }
      ends(index, List.of("memberships", at, "until"), membership.from(), membership.until());
    }
  }

  private void ends(int index, List<String> path, @Nullable Edtf from, @Nullable Edtf until) {
    if (from != null && until != null && until.latestDay().isBefore(from.earliestDay())) {
      records.report(index, path, Rule.Plain.ENDS_BEFORE_IT_BEGINS, until);
    }
  }

  private void point(int index, Point point) {
    records.words(index, "number", point.number());
    records.words(index, "title", point.title());
    for (int i = 0; i < point.components().size(); i++) {
      records.languages(
          index,
          List.of("components", Integer.toString(i), "title"),
          point.components().get(i).title());
    }
    for (int i = 0; i < point.options().size(); i++) {
      records.languages(
          index, List.of("options", Integer.toString(i), "title"), point.options().get(i).title());
      Topics.check(
          records,
          index,
          List.of("options", Integer.toString(i), "topics"),
          point.options().get(i).topics());
    }
    new QuantityChecks(records, index).point(point);
    Integer weight = point.weight();
    if (weight != null && weight < 1) {
      records.report(index, List.of("weight"), Rule.Plain.WEIGHT_BELOW_ONE, weight);
    }
    chapter(index, point);
    Topics.check(records, index, List.of("topics"), point.topics());
    records.once(index, "places", point.places());
    new ActChecks(records, index).pointVersions(point);
    versionsOnce(index, point);
    for (int i = 0; i < point.texts().size(); i++) {
      TextVersion text = point.texts().get(i);
      String language = text.language();
      if (language != null && !RecordsUnderCheck.isLanguage(language)) {
        records.report(
            index,
            List.of("texts", Integer.toString(i), "language"),
            Rule.Plain.NOT_A_LANGUAGE_TAG,
            language);
      }
      brackets(index, i, text);
    }
  }

  /// The version of a text is taken by another if all its readers read the other too.
  private void versionsOnce(int index, Point point) {
    List<TextVersion> texts = point.texts();
    Map<String, List<Integer>> same = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      same.computeIfAbsent(texts.get(i).version(), _ -> new ArrayList<>()).add(i);
    }
    for (List<Integer> those : same.values()) {
      for (int i : those) {
        if (those.stream().anyMatch(k -> k != i && isTakenBy(point, i, k))) {
          records.report(
              index,
              List.of("texts", Integer.toString(i), "version"),
              Rule.Plain.VERSION_TWICE,
              texts.get(i).version());
        }
      }
    }
  }

  private static boolean isTakenBy(Point point, int text, int other) {
    Visibility own = point.visibility().and(point.texts().get(text).visibility());
    Visibility of = point.visibility().and(point.texts().get(other).visibility());
    return of.covers(own) && (other < text || !own.covers(of));
  }

  private void chapter(int index, Point point) {
    PointId in = point.partOf();
    if (in != null
        && records.record(in) instanceof Point chapter
        && !chapter.instrument().equals(point.instrument())) {
      records.report(
          index, List.of("partOf"), new Rule.PartOfOtherInstrument(chapter.instrument()), in);
    }
    if (point.heading() && !point.options().isEmpty()) {
      records.options(
          index,
          point,
          List.of("options"),
          Rule.Plain.HEADING_WITH_OPTIONS,
          point.options().getFirst().id());
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
        records.report(index, path, Rule.Plain.BRACKET_WITHOUT_ALTERNATIVES, "");
      }
      for (Segment.Alternative alternative : alternatives) {
        if ((alternative.words() == null) != alternative.noText()) {
          records.report(index, path, Rule.Plain.WORDS_OR_NO_TEXT, alternative.words());
        }
      }
    }
  }

  private void source(int index, Source source) {
    records.words(index, "publisher", source.publisher());
    records.words(index, "title", source.title());
    if (!RecordsUnderCheck.isLanguage(source.language())) {
      records.report(index, List.of("language"), Rule.Plain.NOT_A_LANGUAGE_TAG, source.language());
    }
  }

  /// Requires unique numbers of points and positions of parties.
  void noneTwice() {
    Set<List<Object>> seen = new HashSet<>();
    for (int index = 0; index < records.records().size(); index++) {
      CaseRecord record = records.records().get(index);
      List<Object> key = uniqueKey(record);
      if (key == null || seen.add(key)) {
        continue;
      }
      if (record instanceof Point p) {
        PointId in = p.partOf();
        Rule rule = in == null ? new Rule.NumberTwice(p.instrument()) : new Rule.NumberTwiceIn(in);
        records.report(index, List.of("number"), rule, p.number());
      } else if (record instanceof Position p) {
        records.report(index, List.of("point"), new Rule.PositionTwice(p.party()), p.point());
      } else if (record instanceof Baseline b) {
        records.report(index, List.of("party"), Rule.Plain.BASELINE_TWICE, b.party());
      }
    }
  }

  /// The key that must be unique in a case; null if there is none.
  static @Nullable List<Object> uniqueKey(CaseRecord record) {
    return switch (record) {
      case Point p -> List.of(p.number(), p.instrument(), Optional.ofNullable(p.partOf()));
      case Position p ->
          List.of(
              p.party(),
              p.point(),
              p.visibility(),
              Optional.ofNullable(p.from()),
              Optional.ofNullable(p.known()));
      case Baseline b ->
          List.of(
              b.party(),
              b.visibility(),
              Optional.ofNullable(b.from()),
              Optional.ofNullable(b.known()));
      case Party _,
          Instrument _,
          Source _,
          Claim _,
          Item _,
          Forecast _,
          Meeting _,
          Act _,
          Place _,
          Step _,
          Term _,
          Demand _,
          Linkage _,
          Guarantee _,
          Contribution _,
          Need _,
          Incident _,
          LogEntry _,
          CoverageQuestion _,
          Indicator _,
          Round _,
          TabledPackage _,
          PairwiseComparison _,
          Comment _,
          Task _ ->
          null;
    };
  }
}
