package org.parley.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.parley.model.act.Act;
import org.parley.model.cases.Case;
import org.parley.model.checks.References;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.Probability;
import org.parley.model.comment.Comment;
import org.parley.model.date.Edtf;
import org.parley.model.date.ZonedMoment;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.Need;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Series;
import org.parley.model.party.Party;
import org.parley.model.place.Geometry;
import org.parley.model.place.Place;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.Position;
import org.parley.model.position.Worth;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.source.Source;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.step.Term;
import org.parley.model.task.Task;
import org.parley.model.text.Component;
import org.parley.model.text.Instrument;
import org.parley.model.text.Option;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.TextVersion;

/// Takes what a viewer may not see out of a case, or changes it, by rules of its own: nothing here
/// asks `CaseView`, [CaseRecord#visiblePartFor] or [Visibility#visibleTo].
public final class Secrets {

  private Secrets() {}

  /// Whether `viewer` sees what is marked so: the table of the concept, line by line.
  public static boolean sees(Viewer viewer, Visibility mark) {
    if (viewer instanceof Viewer.Mediator || mark instanceof Visibility.Public) {
      return true;
    }
    if (viewer instanceof Viewer.Delegation delegation) {
      return mark instanceof Visibility.Delegations
          || mark.equals(new Visibility.Party(delegation.party()))
          || (mark instanceof Visibility.Parties some
              && some.parties().contains(delegation.party()));
    }
    return false;
  }

  /// Everyone who may look at a case: the public, the mediator, each party.
  public static List<Viewer> viewers(Case all) {
    List<Viewer> viewers = new ArrayList<>(List.of(new Viewer.Public(), new Viewer.Mediator()));
    for (CaseRecord record : all.records()) {
      if (record instanceof Party party) {
        viewers.add(new Viewer.Delegation(party.id()));
      }
    }
    return viewers;
  }

  /// Every id in a record, however deep, its own and those in its mark included; found without
  /// [References].
  public static Set<String> idsIn(CaseRecord record) {
    Set<String> ids = new HashSet<>();
    Rewrite.ids(
        record,
        id -> {
          ids.add(id);
          return id;
        });
    return ids;
  }

  /// The ids a record gives: its own, and those of its parts.
  public static Set<String> idsDeclaredIn(CaseRecord record) {
    Set<String> ids = new HashSet<>(Set.of(record.id().value()));
    if (record instanceof Point point) {
      point.components().forEach(each -> ids.add(each.id().value()));
      point.options().forEach(each -> ids.add(each.id().value()));
    }
    return ids;
  }

  /// The case as it is when what `viewer` may not see was never written.
  public static Case without(Case all, Viewer viewer) {
    return Case.of(
        all.info(),
        all.records().stream()
            .filter(record -> sees(viewer, record.visibility()))
            .map(
                record ->
                    record instanceof Point point
                        ? parts(point, viewer, _ -> Optional.empty())
                        : record)
            .toList());
  }

  /// The case with other secrets: some of what `viewer` may not see is gone where nothing refers to
  /// it, the rest says something else.
  public static Case changed(Case all, Viewer viewer, Random random) {
    List<CaseRecord> records = new ArrayList<>();
    for (CaseRecord record : all.records()) {
      if (!sees(viewer, record.visibility())) {
        records.add(otherwise(record));
      } else if (record instanceof Point point) {
        records.add(parts(point, viewer, part -> Optional.of(otherPart(part))));
      } else {
        records.add(record);
      }
    }
    Set<Id> needed = new HashSet<>();
    for (CaseRecord record : records) {
      for (References.Mention mention : References.of((Record) record)) {
        if (!mention.declares()) {
          needed.add(mention.id());
        }
      }
    }
    records.removeIf(
        record ->
            !sees(viewer, record.visibility())
                && !(record instanceof Point)
                && !needed.contains(record.id())
                && random.nextBoolean());
    return Case.of(all.info(), records);
  }

  private interface Change {
    Optional<? extends Record> of(Record hidden);
  }

  private static Point parts(Point point, Viewer viewer, Change change) {
    Point result = point;
    result = Rewrite.with(result, "components", parts(point.components(), viewer, change));
    result = Rewrite.with(result, "options", parts(point.options(), viewer, change));
    return Rewrite.with(result, "texts", parts(point.texts(), viewer, change));
  }

  private static List<Record> parts(List<? extends Record> parts, Viewer viewer, Change change) {
    List<Record> result = new ArrayList<>();
    for (Record part : parts) {
      Visibility mark =
          switch (part) {
            case Component component -> component.visibility();
            case Option option -> option.visibility();
            case TextVersion text -> text.visibility();
            default -> throw new IllegalArgumentException(part.toString());
          };
      if (sees(viewer, mark)) {
        result.add(part);
      } else {
        change.of(part).ifPresent(result::add);
      }
    }
    return result;
  }

  /// A part of a point, saying something else.
  private static Record otherPart(Record hidden) {
    return switch (hidden) {
      case TextVersion text -> Rewrite.with(text, "version", text.version() + " otherwise");
      default -> Rewrite.with(hidden, "title", Rewrite.get(hidden, "title") + " otherwise");
    };
  }

  /// A record that says something else.
  private static CaseRecord otherwise(CaseRecord hidden) {
    return switch (hidden) {
      case Party party -> words(party, "name");
      case Instrument instrument ->
          Rewrite.with(words(instrument, "title"), "rule", PackageRule.SINGLE_UNDERTAKING);
      case Point point -> Rewrite.with(words(point, "title"), "weight", 77);
      case Source source -> words(source, "publisher");
      case Claim claim ->
          Rewrite.with(
              words(claim, "paraphrase"),
              "asserts",
              claim.asserts() instanceof Assertion.Rejected
                  ? new Assertion.Agreed()
                  : new Assertion.Rejected());
      case Item item -> words(item, "text");
      case Forecast forecast ->
          forecast.seal() != null
              ? words(forecast, "because")
              : Rewrite.with(forecast, "chance", new Probability("77 %"));
      case Meeting meeting -> words(meeting, "title");
      case Act act -> Rewrite.with(words(act, "note"), "date", Edtf.of("2024-02"));
      case Place place ->
          Rewrite.with(
              words(place, "note"),
              "geometry",
              Geometry.of("{\"type\": \"Point\", \"coordinates\": [77, 7]}"));
      case Position position -> words(position, "concludes");
      case Step step -> Rewrite.with(words(step, "title"), "happened", Edtf.of("2024-02"));
      case Term term -> words(term, "words");
      case Demand demand ->
          Rewrite.with(
              words(demand, "text"),
              "allOf",
              demand.allOf().isEmpty() ? demand.anyOf() : demand.allOf().reversed());
      case Baseline baseline -> Rewrite.with(baseline, "worth", Worth.exactly(77));
      case Linkage linkage -> words(linkage, "text");
      case Guarantee guarantee ->
          Rewrite.with(words(guarantee, "title"), "force", Guarantee.Force.RESPECT);
      case Contribution contribution -> Rewrite.with(words(contribution, "what"), "amount", 77L);
      case Need need -> Rewrite.with(words(need, "title"), "amount", 77L);
      case Incident incident -> words(incident, "title");
      case LogEntry entry -> Rewrite.with(entry, "occurred", Edtf.of("2025-12"));
      case CoverageQuestion question -> words(question, "title");
      case Indicator indicator ->
          Rewrite.with(words(indicator, "title"), "values", Series.of("2024-02 77"));
      case Round round ->
          Rewrite.with(
              Rewrite.with(
                  words(round, "title"),
                  "reveals",
                  round.reveals().isEmpty() ? List.of(Round.Disclosure.PARTIES) : List.of()),
              "improves",
              round.improves() == Round.Improving.NASH
                  ? Round.Improving.LEXIMIN
                  : Round.Improving.NASH);
      case TabledPackage tabled ->
          Rewrite.with(words(tabled, "title"), "tabled", new ZonedMoment("2024-02-07T07:00Z"));
      case Comment comment ->
          Rewrite.with(words(comment, "by"), "made", new ZonedMoment("2024-02-07T07:00Z"));
      case Task task -> Rewrite.with(words(task, "title"), "done", Edtf.of("2024-02"));
      case PairwiseComparison compared ->
          Rewrite.with(
              Rewrite.with(compared, "same", !compared.same()), "told", Edtf.of("2024-02"));
    };
  }

  private static <R extends Record> R words(R record, String component) {
    return Rewrite.with(record, component, Rewrite.get(record, component) + " otherwise");
  }
}
