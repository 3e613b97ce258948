package org.parley.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;
import org.parley.guarantees.CoverageSummary;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Hole;
import org.parley.guarantees.coverage.MoneyBurden;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Response;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;

/// The wording of findings about guarantees, in one language.
public final class GuaranteeWording {

  private final Messages messages;
  private final CaseView view;
  private final MomentWords moments;

  public GuaranteeWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.moments = new MomentWords(messages);
  }

  /// In the current language.
  public static GuaranteeWording of(CaseView view) {
    return new GuaranteeWording(Messages.current(), view);
  }

  public Messages messages() {
    return messages;
  }

  public MomentWords moments() {
    return moments;
  }

  /// The headline and standfirst.
  public Answer summary(CoverageSummary summary) {
    return switch (summary) {
      case CoverageSummary.NoGuarantees _ -> Answer.of(messages.say("guarantees.none"));
      case CoverageSummary.NoQuestion(int guarantees) ->
          Answer.of(
              messages.say("guarantees.on-record", "guarantees", count("guarantees", guarantees)));
      case CoverageSummary.Covered(CoverageQuestion question) ->
          summary(question, covered(), messages.say("guarantees.every-stretch"));
      case CoverageSummary.Holes(CoverageQuestion question, List<Hole> holes) ->
          summary(
              question,
              holes(holes),
              messages.say(
                  "guarantees.hole",
                  "grade",
                  holes.getFirst().grade(),
                  "threat",
                  threat(question, holes.getFirst().threat()),
                  "stretch",
                  moments.between(holes.getFirst().from(), holes.getFirst().until())));
    };
  }

  private Answer summary(CoverageQuestion question, String answer, Phrase explanation) {
    return new Answer(
        Phrase.of(question.title() + " " + answer),
        question.dates().isEmpty()
            ? List.of(explanation)
            : List.of(explanation, messages.say("guarantees.dates-assumed")));
  }

  /// Whether there is protection at every moment, in a few words: "No: three holes."
  public String answer(Coverage coverage) {
    List<Hole> holes = Hole.list(coverage);
    return holes.isEmpty() ? covered() : holes(holes);
  }

  private String covered() {
    return messages.text("guarantees.covered");
  }

  /// "No: two holes, and at one more stretch an answer is at discretion."
  private String holes(List<Hole> holes) {
    int empty =
        (int) holes.stream().filter(each -> each.grade() == Coverage.Protection.NOTHING).count();
    int discretion = holes.size() - empty;
    return messages.text(
        "guarantees.not-covered",
        "empty",
        empty,
        "holes",
        count("holes", empty),
        "discretion",
        discretion);
  }

  /// How far a stretch is protected where no duty answers.
  public String grade(Coverage.Protection grade) {
    return messages.text("guarantees.grade", "grade", grade);
  }

  /// So many of something: "three holes", "one hole", "12 holes".
  ///
  /// @param noun `holes`, `guarantees`, `promises`, `faults` or `sources`
  public String count(String noun, int number) {
    return messages.text(
        "guarantees.count." + noun,
        "count",
        number,
        "number",
        messages.text("number.spelt", "count", number));
  }

  public String party(PartyId id) {
    return view.get(id).label().text();
  }

  public String title(GuaranteeId id) {
    return view.get(id).title().text();
  }

  static String spaced(String word) {
    return word.replace('-', ' ');
  }

  /// A length of time: "10 years 6 months".
  public String span(TimeSpan span) {
    return String.join(
        messages.pattern("span.and"),
        span.parts().stream()
            .map(each -> messages.text("span.part", "count", each.number(), "unit", each.unit()))
            .toList());
  }

  /// Who owes: "US and Europe, each for itself", "US and Coalition together".
  public String obligors(Guarantee guarantee) {
    return obligors(guarantee, guarantee.obligors());
  }

  private String obligors(Guarantee guarantee, List<PartyId> owing) {
    List<String> names = owing.stream().map(this::party).toList();
    return messages.text(
        "guarantees.obligors",
        "count",
        names.size(),
        "liability",
        guarantee.liability(),
        "all",
        messages.all(names),
        "any",
        messages.any(names));
  }

  /// To whom it is owed.
  public String beneficiary(Guarantee guarantee) {
    return beneficiary(guarantee, null);
  }

  /// To whom this obligor owes it: without a beneficiary, a party in breach owes to the others.
  private String beneficiary(Guarantee guarantee, @Nullable PartyId obligor) {
    PartyId beneficiary = guarantee.beneficiary();
    if (beneficiary != null) {
      return party(beneficiary);
    }
    if (guarantee.liability() != Guarantee.Liability.PARTY_IN_BREACH
        || guarantee.obligors().size() < 2) {
      return messages.text("guarantees.nobody-named");
    }
    if (obligor == null) {
      return messages.text("guarantees.others-unknown", "count", guarantee.obligors().size());
    }
    List<String> others =
        guarantee.obligors().stream()
            .filter(each -> !each.equals(obligor))
            .map(this::party)
            .toList();
    return messages.text("guarantees.others", "count", others.size(), "all", messages.all(others));
  }

  /// How binding: "to act".
  public String force(Guarantee.Force force) {
    return messages.text("guarantees.force", "force", force);
  }

  /// "Aland, to consult".
  public String owes(Guarantee guarantee) {
    return messages.text(
        "guarantees.owes", "obligors", obligors(guarantee), "force", force(guarantee.force()));
  }

  /// The act owed and its time: "warning within 24 hours of the incident".
  public String response(Response response) {
    return messages.text(
        "guarantees.response",
        "act",
        spaced(response.act()),
        "timed",
        response.within() != null,
        "clock",
        clock(response),
        "more",
        response.ifContinued() != null);
  }

  /// The time allowed: "within 24 hours of the incident".
  String clock(Response response) {
    Within within = response.within();
    return messages.text(
        "guarantees.clock",
        "timed",
        within != null,
        "length",
        within == null ? "" : span(within.length()),
        "from",
        messages.text("guarantees.anchor", "from", response.clockFrom()));
  }

  /// A duty that would answer: act, obligor, force.
  public String answer(Coverage.Answer answer) {
    Guarantee guarantee = view.get(answer.guarantee());
    return messages.text(
        "guarantees.answer",
        "response",
        response(guarantee.ladder().get(answer.tier())),
        "obligors",
        obligors(guarantee, answer.obligors()),
        "force",
        force(guarantee.force()));
  }

  /// A duty: "US to Ukraine: joint response".
  public String duty(DutyVerdict verdict) {
    return duty(verdict.duty());
  }

  /// A duty.
  public String duty(Duty duty) {
    Guarantee guarantee = view.get(duty.guarantee());
    PartyId obligor = duty.obligor();
    return messages.text(
        "guarantees.duty",
        "obligors",
        obligor == null ? obligors(guarantee) : party(obligor),
        "beneficiary",
        beneficiary(guarantee, obligor),
        "act",
        spaced(guarantee.ladder().get(duty.tier()).act()));
  }

  /// A state in words.
  public String state(Lifecycle state) {
    return messages.text("guarantees.state", "state", state);
  }

  /// The reason of a duty's state, as a clause.
  public String why(DutyVerdict verdict) {
    return new VerdictWording(messages, this::party, this::state).why(verdict);
  }

  /// The assumed keys of a guarantee with their reasons, then those left to their defaults.
  public static List<String> assumptions(Guarantee guarantee) {
    return Stream.concat(
            guarantee.assumed().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue()),
            guarantee.defaulted().stream()
                .map(each -> Messages.current().text("guarantees.default", "key", each)))
        .toList();
  }

  /// The names of the assumed keys of a guarantee, those left to their defaults included.
  public static List<String> assumedKeys(Guarantee guarantee) {
    Set<String> keys = new TreeSet<>(guarantee.assumed().keySet());
    guarantee
        .defaulted()
        .forEach(
            each ->
                keys.add(
                    switch (each) {
                      case SUSPENDED_CLOCK -> "suspendedClock";
                      case OPEN_DUTIES -> "openDuties";
                      case TIES -> "ties";
                    }));
    return List.copyOf(keys);
  }

  /// Why nothing answers in a hole, each reason once, with the guarantees it holds for.
  public List<String> reasons(Hole hole) {
    return hole.silences().isEmpty()
        ? List.of(messages.text("guarantees.out-of-reach"))
        : hole.silences().stream().map(this::silence).toList();
  }

  private String silence(Coverage.Silence silence) {
    return messages.text(
        "guarantees.silence",
        "title",
        title(silence.guarantee()),
        "reason",
        messages.text("guarantees.reason", "reason", silence.reason()));
  }

  /// A reason in a few words, to stand before the guarantees it holds for.
  public String reason(Coverage.Reason reason) {
    return messages.text("guarantees.reason.short", "reason", reason);
  }

  /// The title of a threat in the order of the question.
  public static String threat(CoverageQuestion question, int threat) {
    return question.threats().get(threat).title().text();
  }

  /// Where a contribution helps.
  public String domain(Contribution.Domain domain) {
    return messages.text("guarantees.domain", "domain", domain);
  }

  /// The conditions of a contribution.
  public List<String> conditions(Contribution contribution) {
    return Stream.concat(
            contribution.conditions().stream()
                .map(
                    each ->
                        switch (each) {
                          case Contribution.Condition.Plain(String said) -> said;
                          case Contribution.Condition.Contributes(PartyId party) ->
                              messages.text("guarantees.contributes-too", "party", party(party));
                          case Contribution.Condition.Reached(var step) ->
                              view.get(step).title().text();
                        }),
            contribution.approvals().stream().map(each -> view.get(each).title().text()))
        .toList();
  }

  /// "EUR 2026", "EUR in all".
  public String when(MoneyBurden.MoneyGroup group) {
    Integer year = group.year();
    return messages.text(
        "guarantees.money-when",
        "currency",
        group.currency(),
        "whole",
        group.isWhole(),
        "dated",
        year != null,
        "year",
        String.valueOf(year));
  }

  /// A sum of money, or the two ends of its range.
  public String money(long least, long most) {
    return messages.text(
        "guarantees.money-range", "ranged", least != most, "least", least, "most", most);
  }

  /// A share in per cent; of a range the least share rounded down, the greatest rounded up.
  public String share(MoneyBurden.MoneyLine line) {
    boolean isRange = !line.leastShare().equals(line.mostShare());
    return messages.text(
        "guarantees.money-share",
        "ranged",
        isRange,
        "least",
        perCent(line.leastShare(), isRange ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN),
        "most",
        perCent(line.mostShare(), RoundingMode.CEILING));
  }

  private static BigDecimal perCent(Rational share, RoundingMode rounding) {
    return new BigDecimal(share.numerator())
        .scaleByPowerOfTen(2)
        .divide(new BigDecimal(share.denominator()), 1, rounding);
  }

  /// The pledges of money, a sentence for each sum and each party in it.
  public List<String> moneyLines(List<MoneyBurden.MoneyGroup> groups) {
    List<String> lines = new ArrayList<>();
    for (MoneyBurden.MoneyGroup group : groups) {
      lines.add(
          messages.text(
              "guarantees.money-sum",
              "when",
              when(group),
              "amount",
              money(group.least(), group.most())));
      for (MoneyBurden.MoneyLine each : group.lines()) {
        lines.add(
            messages.text(
                "guarantees.money-line",
                "when",
                when(group),
                "party",
                party(each.contributor()),
                "amount",
                money(each.least(), each.most()),
                "share",
                share(each),
                "disputed",
                each.isDisputed()));
      }
    }
    return lines;
  }
}
