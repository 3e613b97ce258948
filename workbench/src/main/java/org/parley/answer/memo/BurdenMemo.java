package org.parley.answer.memo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.answer.memo.MemoAnswer.MemoFigure;
import org.parley.answer.memo.MemoAnswer.MemoPart;
import org.parley.answer.memo.MemoAnswer.MemoTopic;
import org.parley.answer.memo.Memos.MemoBasis;
import org.parley.exact.Rational;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.coverage.MoneyBurden.MoneyGroup;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.source.SourceId;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.MemoWording;
import org.parley.wording.Messages;

/// The memo on the burden: support by donor, pledges, and both side by side.
final class BurdenMemo {

  private static final int DONORS_LISTED = 8;
  private static final int YEARS_LISTED = 6;

  private final MemoFrame memos;
  private final MemoWording words;
  private final MemoBasis basis;
  private final CaseView view;
  private final CaseGuarantees guarantees;

  BurdenMemo(MemoFrame memos) {
    this.memos = memos;
    this.words = memos.words();
    this.basis = memos.basis();
    this.view = basis.view();
    this.guarantees = CaseGuarantees.of(view, basis.board().asOf());
  }

  MemoAnswer memo() {
    GuaranteeWording names = GuaranteeWording.of(view);
    AsOf asOf = basis.board().asOf();
    Set<String> reached = new TreeSet<>();
    view.steps().stream()
        .filter(each -> basis.board().acts().completedOn(each).isPresent())
        .forEach(each -> reached.add(each.id().value()));
    Burden.Picture picture =
        Burden.of(guarantees.contributions(), guarantees.requirements(), reached, Set.of());
    List<MoneyGroup> money = MoneyBurden.of(view, asOf, Set.of());
    List<DonorSeries> donors = DonorSeries.of(view, asOf, money);
    List<MemoPart> parts = new ArrayList<>();
    List<String> given = new ArrayList<>();
    List<String> byDonor = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    for (DonorSeries each : donors) {
      given.addAll(lines(each));
      byDonor.addAll(byDonor(each));
      beside.addAll(beside(names, each));
    }
    parts.add(memos.part(MemoTopic.SUPPORT, given));
    if (!byDonor.isEmpty()) {
      parts.add(memos.part(MemoTopic.DONORS, byDonor));
    }
    parts.add(
        given.isEmpty() ? 0 : parts.size(),
        memos.part(MemoTopic.PLEDGED, pledged(names, picture, money)));
    if (!beside.isEmpty()) {
      parts.add(memos.part(MemoTopic.BESIDE, beside));
    }
    Set<SourceId> sources = new LinkedHashSet<>();
    for (Contribution each : guarantees.contributions()) {
      for (ClaimId claim : each.claims()) {
        sources.addAll(view.get(claim).source());
      }
    }
    donors.forEach(each -> sources.addAll(view.get(each.indicator()).source()));
    List<String> unsaid = new ArrayList<>(List.of(words.text("burden.unsaid.kept")));
    unsaid.add(words.text("burden.unsaid.money"));
    if (!donors.isEmpty()) {
      unsaid.add(words.text("burden.unsaid.series"));
    }
    return memos.memo(
        MemoQuestion.BURDEN,
        burdenHeadline(names, donors, money),
        words.text("burden.standfirst"),
        burdenFigures(picture, donors, money),
        parts,
        unsaid,
        memos.rests(sources),
        List.copyOf(sources),
        donors,
        null);
  }

  private String burdenHeadline(
      GuaranteeWording names, List<DonorSeries> donors, List<MoneyGroup> money) {
    DonorSeries series = shared(donors);
    if (series != null) {
      DonorSeries.DonorLine first = series.donors().getFirst();
      return words.text(
          "burden.headline.series",
          "half",
          series.half(),
          "donors",
          series.donors().size(),
          "total",
          words.number(series.total()),
          "unit",
          series.unit(),
          "title",
          series.title(),
          "donor",
          first.donor(),
          "share",
          percent(first.share()));
    }
    MoneyGroup group = widest(money);
    if (group != null) {
      MoneyBurden.MoneyLine first = group.lines().getFirst();
      return words.text(
          "burden.headline.money",
          "amount",
          names.money(group.least(), group.most()),
          "currency",
          group.currency(),
          "party",
          names.party(first.contributor()),
          "share",
          names.share(first));
    }
    return guarantees.contributions().isEmpty()
        ? words.text("burden.headline.none")
        : words.text(
            "burden.headline.kind",
            "pledges",
            guarantees.contributions().size(),
            "figures",
            withFigure());
  }

  private int withFigure() {
    return (int)
        guarantees.contributions().stream()
            .filter(each -> each.amount() != null || !each.sums().isEmpty())
            .count();
  }

  /// The first series with shares; null if there is none.
  private static @Nullable DonorSeries shared(List<DonorSeries> donors) {
    return donors.stream().filter(each -> each.half() > 0).findFirst().orElse(null);
  }

  /// The group of pledges with the most parties, over all years before one of them; null if there
  /// is none.
  private static @Nullable MoneyGroup widest(List<MoneyGroup> money) {
    MoneyGroup widest = null;
    for (MoneyGroup each : money) {
      if (widest == null
          || each.lines().size() > widest.lines().size()
          || (each.lines().size() == widest.lines().size()
              && each.isWhole()
              && !widest.isWhole())) {
        widest = each;
      }
    }
    return widest;
  }

  private List<MemoFigure> burdenFigures(
      Burden.Picture picture, List<DonorSeries> donors, List<MoneyGroup> money) {
    List<MemoFigure> figures = new ArrayList<>();
    DonorSeries series = shared(donors);
    if (series != null) {
      DonorSeries.DonorLine first = series.donors().getFirst();
      figures.add(
          new MemoFigure(
              words.number(series.total()),
              words.text(
                  "burden.given",
                  "unit",
                  series.unit(),
                  "donors",
                  series.donors().size(),
                  "from",
                  Objects.requireNonNull(series.first()),
                  "to",
                  Objects.requireNonNull(series.last()))));
      figures.add(
          new MemoFigure(
              Integer.toString(series.half()), words.text("burden.half", "half", series.half())));
      figures.add(
          new MemoFigure(
              percent(first.share()), words.text("burden.largest", "donor", first.donor())));
      return figures;
    }
    MoneyGroup group = widest(money);
    if (group != null) {
      figures.add(
          new MemoFigure(
              GuaranteeWording.of(view).money(group.least(), group.most()),
              words.text("burden.pledged", "currency", group.currency())));
    }
    figures.add(
        new MemoFigure(
            Integer.toString(guarantees.contributions().size()), words.text("burden.on-record")));
    figures.add(new MemoFigure(Integer.toString(withFigure()), words.text("burden.with-figure")));
    for (Burden.Balance each : picture.balances()) {
      if (figures.size() < MemoFrame.FIGURES) {
        figures.add(
            new MemoFigure(
                words.number(Rational.of(each.missing())),
                words.text(
                    "burden.missing",
                    "unit",
                    unit(each.requirement().unit()),
                    "amount",
                    each.requirement().amount())));
      }
    }
    return figures;
  }

  private List<String> pledged(
      GuaranteeWording names, Burden.Picture picture, List<MoneyGroup> money) {
    List<String> lines = new ArrayList<>(names.moneyLines(money));
    for (Contribution each : guarantees.contributions()) {
      if (!each.isMoney()) {
        List<String> conditions = names.conditions(each);
        Long amount = each.amount();
        lines.add(
            words.text(
                "burden.pledge",
                "party",
                names.party(each.contributor()),
                "what",
                each.what(),
                "figure",
                amount != null,
                "amount",
                amount == null ? 0 : amount,
                "unit",
                unit(each.unit()),
                "conditions",
                conditions.size(),
                "depends",
                Messages.current().all(conditions)));
      }
    }
    for (Burden.BurdenLine each : picture.lines()) {
      if (each.share().signum() > 0) {
        lines.add(
            words.text(
                "burden.kind-share",
                "party",
                names.party(each.contributor()),
                "amount",
                each.pledged(),
                "unit",
                unit(each.unit()),
                "share",
                words.percent(each.share())));
      }
    }
    for (Burden.Balance each : picture.balances()) {
      lines.add(
          words.text(
              "burden.need",
              "amount",
              each.requirement().amount(),
              "unit",
              unit(each.requirement().unit()),
              "domain",
              names.domain(each.requirement().domain()),
              "pledged",
              each.pledged(),
              "available",
              each.available(),
              "missing",
              each.missing()));
    }
    return lines;
  }

  /// A unit as it is read: `billion-usd` is "billion usd".
  private static String unit(String name) {
    return name.replace('-', ' ');
  }

  private List<String> lines(DonorSeries series) {
    List<String> lines = new ArrayList<>();
    if (series.donors().isEmpty()) {
      return List.of(words.text("burden.sum.none", "title", series.title()));
    }
    lines.add(
        words.text(
            "burden.sum",
            "title",
            series.title(),
            "total",
            words.number(series.total()),
            "unit",
            series.unit(),
            "donors",
            series.donors().size(),
            "from",
            Objects.requireNonNull(series.first()),
            "to",
            Objects.requireNonNull(series.last())));
    Rational concentration = series.concentration();
    lines.add(
        concentration == null
            ? words.text("burden.no-shares")
            : words.text(
                "burden.uneven",
                "half",
                series.half(),
                "effective",
                words.text(
                    "number", "value", Rational.ONE.dividedBy(concentration).approximately())));
    series.years().stream()
        .skip(Math.max(0, series.years().size() - YEARS_LISTED))
        .forEach(each -> lines.add(year(series, each)));
    DonorSeries.DonorTwelveMonths change = series.change();
    lines.add(
        change == null
            ? words.text("burden.no-change")
            : words.text(
                "burden.change",
                "to",
                change.until(),
                "after",
                words.number(change.after()),
                "before",
                words.number(change.before()),
                "unit",
                series.unit(),
                "donor",
                change.moves().getFirst().donor(),
                "difference",
                words.change(change.moves().getFirst().difference())));
    lines.addAll(memos.origin(series.indicator()));
    return lines;
  }

  private List<String> byDonor(DonorSeries series) {
    List<String> lines = new ArrayList<>();
    series.donors().stream()
        .limit(DONORS_LISTED)
        .forEach(
            each ->
                lines.add(
                    words.text(
                        "burden.donor",
                        "donor",
                        each.donor(),
                        "amount",
                        words.number(each.amount()),
                        "unit",
                        series.unit(),
                        "shared",
                        each.share() != null,
                        "share",
                        percent(each.share()))));
    if (series.donors().size() > DONORS_LISTED) {
      Rational rest = Rational.ZERO;
      for (DonorSeries.DonorLine each :
          series.donors().subList(DONORS_LISTED, series.donors().size())) {
        rest = rest.plus(each.amount());
      }
      lines.add(
          words.text(
              "burden.more-donors",
              "more",
              series.donors().size() - DONORS_LISTED,
              "amount",
              words.number(rest),
              "unit",
              series.unit()));
    }
    return lines;
  }

  private String year(DonorSeries series, DonorSeries.DonorYear year) {
    DonorSeries.DonorLine most = year.donors().getFirst();
    return words.text(
        "burden.year",
        "year",
        Integer.toString(year.year()),
        "total",
        words.number(year.total()),
        "unit",
        series.unit(),
        "most",
        most.share() != null,
        "donor",
        most.donor(),
        "share",
        percent(most.share()));
  }

  private List<String> beside(GuaranteeWording names, DonorSeries series) {
    return series.pledges().stream()
        .map(
            each -> {
              Rational given = each.given();
              return words.text(
                  "burden.beside",
                  "party",
                  names.party(each.contributor()),
                  "year",
                  Integer.toString(each.year()),
                  "pledged",
                  names.money(each.least(), each.most()),
                  "currency",
                  each.currency(),
                  "title",
                  series.title(),
                  "known",
                  given != null,
                  "given",
                  given == null ? "" : words.number(given));
            })
        .toList();
  }

  private String percent(@Nullable Rational share) {
    return share == null ? "" : words.percent(share);
  }
}
