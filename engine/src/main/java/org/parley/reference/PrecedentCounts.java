package org.parley.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;

/// How many agreements have some topics, and how many accords carried out provisions about them.
///
/// @param codes the topics, in order
/// @param agreements how many agreements there are
/// @param interstate how many of them are between states
/// @param topics for each topic, how many agreements have it
/// @param together how many have all; null with fewer than two topics, or if that is not known
/// @param atMost no more have all; null if their number is known
/// @param done for each provision about the topics, the counts by year
public record PrecedentCounts(
    List<String> codes,
    int agreements,
    int interstate,
    List<TopicAgreements> topics,
    @Nullable Integer together,
    @Nullable Integer atMost,
    List<ProvisionCount> done) {

  /// How many agreements have a topic, and how many of those between states.
  public record TopicAgreements(String code, int all, int interstate) {}

  /// How many accords had done a provision, by year.
  public record ProvisionCount(Provision provision, List<ReferenceFigures.DoneCount> years) {
    public ProvisionCount {
      years = List.copyOf(years);
    }
  }

  /// States the counts, which rows or figures give again.
  public record CountedPrecedents(PrecedentCounts counts) implements Certificate.OfAnswer {}

  public PrecedentCounts {
    codes = List.copyOf(codes);
    topics = List.copyOf(topics);
    done = List.copyOf(done);
  }

  /// The counts of some topics as a finding. Cost: rows times topics.
  public static Finding<PrecedentCounts> find(Collection<String> topics, PrecedentSource source) {
    List<String> codes = List.copyOf(new TreeSet<>(topics));
    List<PaxAgreement> rows = source.agreements();
    ReferenceFigures figures = source.figures();
    List<ProvisionCount> done = done(codes, source);
    PrecedentCounts counts =
        rows == null ? ofFigures(codes, figures, done) : ofRows(codes, rows, done);
    return new Finding.Proved<>(counts, new CountedPrecedents(counts));
  }

  private static PrecedentCounts ofRows(
      List<String> codes, List<PaxAgreement> rows, List<ProvisionCount> done) {
    return new PrecedentCounts(
        codes,
        rows.size(),
        interstate(rows.stream()),
        codes.stream().map(code -> topic(code, rows)).toList(),
        codes.size() < 2 ? null : (int) rows.stream().filter(each -> each.hasAll(codes)).count(),
        null,
        done);
  }

  private static TopicAgreements topic(String code, List<PaxAgreement> rows) {
    List<PaxAgreement> with = rows.stream().filter(each -> each.codes().containsKey(code)).toList();
    return new TopicAgreements(code, with.size(), interstate(with.stream()));
  }

  private static int interstate(Stream<PaxAgreement> rows) {
    return (int) rows.filter(each -> each.scope() == AgreementScope.INTERSTATE).count();
  }

  private static PrecedentCounts ofFigures(
      List<String> codes, ReferenceFigures figures, List<ProvisionCount> done) {
    ReferenceFigures.Together together = figures.together(codes);
    boolean isCombined = codes.size() > 1;
    return new PrecedentCounts(
        codes,
        figures.agreements(),
        figures.interstate(),
        codes.stream().map(code -> topic(code, figures.codes().get(code))).toList(),
        isCombined && together.isExact() ? together.count() : null,
        isCombined && !together.isExact() ? together.count() : null,
        done);
  }

  private static TopicAgreements topic(String code, ReferenceFigures.@Nullable CodeCount count) {
    return count == null
        ? new TopicAgreements(code, 0, 0)
        : new TopicAgreements(code, count.all(), count.interstate());
  }

  private static List<ProvisionCount> done(List<String> codes, PrecedentSource source) {
    List<AccordYear> rows = source.accords();
    AccordHistory history = rows == null ? null : AccordHistory.of(rows);
    List<ProvisionCount> done = new ArrayList<>();
    for (Provision each : CodeProvisions.of(codes)) {
      done.add(
          new ProvisionCount(
              each,
              history == null
                  ? source.figures().done().getOrDefault(each, List.of())
                  : years(history, each)));
    }
    return done;
  }

  private static List<ReferenceFigures.DoneCount> years(
      AccordHistory history, Provision provision) {
    return AccordHistory.YEARS.stream().map(year -> done(history, provision, year)).toList();
  }

  private static ReferenceFigures.DoneCount done(
      AccordHistory history, Provision provision, int year) {
    RowShare share = history.done(provision, year);
    return new ReferenceFigures.DoneCount(year, share.count(), share.total());
  }
}
