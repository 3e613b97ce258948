package org.parley.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.model.CaseComparison;
import org.parley.model.cases.CaseView;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.Definition;
import org.parley.outlook.ExpectedEvent;
import org.parley.outlook.ScoredWords;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;

/// The fate of other agreements, in one language.
public final class OutlookWording {

  /// The year that headlines speak of.
  private static final int HEADLINE_YEAR = 5;

  private final Messages messages;
  private final PrecedentWording precedents;

  public OutlookWording(Messages messages) {
    this.messages = messages;
    this.precedents = new PrecedentWording(messages);
  }

  /// In the current language.
  public static OutlookWording current() {
    return new OutlookWording(Messages.current());
  }

  /// The shares after five years by each definition; or why there are none.
  ///
  /// @param rates the class by each definition, the one as coded first
  public String headline(AgreementClass of, List<BaseRate> rates) {
    BaseRate coded = rates.getFirst();
    YearShare share = coded.after(HEADLINE_YEAR).orElse(null);
    if (!coded.isEnough() || share == null) {
      return messages.text(
          "outlook.headline.too-few",
          "agreements",
          coded.agreements(),
          "class",
          named(of),
          "conflicts",
          coded.conflicts());
    }
    List<String> others =
        rates.stream()
            .skip(1)
            .filter(BaseRate::isEnough)
            .flatMap(each -> each.after(HEADLINE_YEAR).stream())
            .map(each -> percent(each.standing(), 0))
            .toList();
    return messages.text(
        "outlook.headline",
        "agreements",
        coded.agreements(),
        "class",
        named(of),
        "conflicts",
        coded.conflicts(),
        "share",
        percent(share.standing(), 0),
        "interval",
        interval(share, 0),
        "others",
        others.size(),
        "otherwise",
        messages.any(others));
  }

  /// That no figure of a class is at hand, and what would give it.
  public String absent(AgreementClass of) {
    return messages.text("outlook.headline.absent", "class", named(of));
  }

  /// The questions that base rates do not answer.
  public String limits() {
    return messages.text("outlook.limits");
  }

  /// Who chose the class, and why.
  ///
  /// @param chosen the choice on record; null for none
  public String compared(AgreementClass of, @Nullable CaseComparison chosen) {
    AgreementClass recorded = AgreementClass.of(chosen);
    String why = chosen == null ? null : chosen.why();
    return messages.text(
        "outlook.compared.by",
        "by",
        new Messages.Select(
            !of.equals(recorded) ? "asked" : chosen == null ? "assumed" : "recorded"),
        "class",
        named(recorded),
        "all",
        recorded.equals(AgreementClass.ALL),
        "reasoned",
        why != null && !why.isBlank(),
        "why",
        why == null ? "" : why);
  }

  /// The collections and their versions.
  public String edition(AgreementClass of) {
    return messages.text("outlook.edition", "coded", of.needsCodes());
  }

  /// The check of the figures: that which it saw.
  ///
  /// @param basis the origin of the figures, as answers name it
  public String checked(String basis) {
    return messages.text(
        "outlook.checked", "basis", new Messages.Select(basis.toLowerCase(Locale.ROOT)));
  }

  /// A class: "partial agreements about territory (stage: ceasefire) that speak of borders".
  public String named(AgreementClass of) {
    return messages.text(
        "outlook.class",
        "scope",
        new Messages.Select(word(of.scope())),
        "issue",
        new Messages.Select(word(of.issue())),
        "staged",
        of.stage() != null,
        "stage",
        stage(of.stage()),
        "speaks",
        !of.topics().isEmpty(),
        "topics",
        messages.all(of.topics().stream().map(precedents::topic).toList()));
  }

  /// A stage in a list: "ceasefire"; null for all.
  public String stage(@Nullable AgreementStage stage) {
    return stage == null ? messages.text("outlook.stage.any") : precedents.stage(stage);
  }

  /// A topic in words; its code if it has none.
  public String topic(String code) {
    return precedents.topic(code);
  }

  private static String word(@Nullable Enum<?> constant) {
    return constant == null ? "any" : constant.name().toLowerCase(Locale.ROOT);
  }

  /// A scope in a list: "full agreements"; null for all.
  public String scope(@Nullable SettlementScope scope) {
    return messages.text("outlook.scope", "scope", new Messages.Select(word(scope)));
  }

  /// An issue in a list: "about territory"; null for all.
  public String issue(@Nullable Incompatibility issue) {
    return messages.text("outlook.issue", "issue", new Messages.Select(word(issue)));
  }

  /// A definition in a few words.
  public String definition(Definition definition) {
    return messages.text("outlook.definition", "definition", definition);
  }

  /// The rule of a definition.
  public String rule(Definition definition) {
    return messages.text("outlook.rule", "definition", definition);
  }

  /// A class, its definition and its size.
  public String size(BaseRate rate) {
    return messages.text(
        rate.isEnough() ? "outlook.size" : "outlook.size.too-few",
        "class",
        named(rate.of()),
        "definition",
        definition(rate.definition()),
        "agreements",
        rate.agreements(),
        "conflicts",
        rate.conflicts(),
        "ended",
        rate.ended(),
        "left",
        rate.leftOut());
  }

  /// How many dated expectations are due, met and open.
  public String forecasts(List<ExpectedEvent> events) {
    long due = events.stream().filter(ExpectedEvent::isDue).count();
    long met = events.stream().filter(each -> each.fate() == ExpectedEvent.EventFate.MET).count();
    return messages.text("outlook.forecasts", "due", due, "met", met, "open", events.size() - due);
  }

  /// An expectation and what became of it.
  public String expectation(CaseView view, ExpectedEvent event) {
    CaseNames names = new CaseNames(messages, view);
    LocalDate happened = event.happened();
    return messages.text(
        "outlook.expectation",
        "speaker",
        event.claim().speaker(),
        "said",
        event.claim().said(),
        "subjects",
        messages.all(event.claim().about().stream().map(names::subjectInFull).toList()),
        "event",
        messages.text("instrument-status", "status", event.event()),
        "by",
        event.by(),
        "fate",
        event.fate(),
        "late",
        happened != null,
        "day",
        happened == null ? "" : happened);
  }

  /// A speaker's score, or why there is none.
  public String speaker(ScoredWords.SpeakerScore score) {
    WilsonEstimate share = WilsonEstimate.of(score.met(), score.due());
    return messages.text(
        "outlook.speaker",
        "speaker",
        score.speaker(),
        "enough",
        score.isEnough(),
        "met",
        score.met(),
        "due",
        score.due(),
        "least",
        Math.floor(100 * share.low()),
        "most",
        Math.ceil(100 * share.high()),
        "brier",
        BigDecimal.valueOf(score.brier(), 4));
  }

  /// "after 5 years".
  public String after(int years) {
    return messages.text("outlook.after", "years", years);
  }

  /// "68.1 %".
  public String percent(int tenThousandths) {
    return percent(tenThousandths, 1);
  }

  private String percent(int tenThousandths, int decimals) {
    return messages.text(
        "share.percent",
        "percent",
        BigDecimal.valueOf(tenThousandths, 2).setScale(decimals, RoundingMode.HALF_UP));
  }

  /// "59.4 to 76.6 %".
  public String interval(YearShare share) {
    return interval(share, 1);
  }

  /// Rounded outwards, so that the interval never looks narrower.
  private String interval(YearShare share, int decimals) {
    return messages.text(
        "outlook.interval",
        "least",
        BigDecimal.valueOf(share.least(), 2).setScale(decimals, RoundingMode.FLOOR),
        "most",
        BigDecimal.valueOf(share.most(), 2).setScale(decimals, RoundingMode.CEILING));
  }
}
