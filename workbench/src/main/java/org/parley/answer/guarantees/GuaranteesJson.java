package org.parley.answer.guarantees;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.guarantees.Play;
import org.parley.guarantees.commitment.Authoring;
import org.parley.guarantees.coverage.Burden;
import org.parley.guarantees.coverage.Coverage.Answer;
import org.parley.guarantees.coverage.Coverage.Silence;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.LooseWords;
import org.parley.model.checks.LooseWords.LooseWord;
import org.parley.model.guarantee.ContributionId;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.LooseWordWording;
import org.parley.wording.PromiseFaultWording;

/// The answers as JSON: ids of the case, moments as ISO instants.
public final class GuaranteesJson {

  private final GuaranteeWording words;
  private final PromiseFaultWording faults;
  private final LooseWordWording looseWords;
  private final List<LooseWord> loose;

  public GuaranteesJson(CaseView view) {
    this.words = GuaranteeWording.of(view);
    this.faults = new PromiseFaultWording(words.messages(), view);
    this.looseWords = new LooseWordWording(words.messages());
    this.loose = LooseWords.of(view.records());
  }

  private static String kebab(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Map<String, Object> duties(List<DutyVerdict> verdicts) {
    return Map.of("duties", verdicts.stream().map(this::duty).toList());
  }

  private static Map<String, Object> ifDoneBy(DutyVerdict.IfDoneBy each) {
    Map<String, Object> json = new LinkedHashMap<>();
    PartyId by = each.by();
    if (by != null) {
      json.put("party", by.value());
    }
    json.put("possible", each.possible().stream().sorted().map(GuaranteesJson::kebab).toList());
    return json;
  }

  public Map<String, Object> duty(DutyVerdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("guarantee", verdict.duty().guarantee().value());
    json.put("incident", verdict.duty().incident());
    json.put("tier", verdict.duty().tier());
    PartyId obligor = verdict.duty().obligor();
    if (obligor != null) {
      json.put("obligor", obligor.value());
    }
    json.put("state", kebab(verdict.state()));
    json.put("possible", verdict.possible().stream().sorted().map(GuaranteesJson::kebab).toList());
    if (verdict.deadline() != Moments.NEVER) {
      json.put("deadline", Moments.text(verdict.deadline()));
    }
    json.put("final", verdict.isFinal());
    json.put("because", verdict.because());
    json.put("reason", words.why(verdict));
    if (!verdict.ifDoneBy().isEmpty()) {
      json.put("ifDoneBy", verdict.ifDoneBy().stream().map(GuaranteesJson::ifDoneBy).toList());
    }
    json.put("words", words.duty(verdict));
    return json;
  }

  public Map<String, Object> coverage(List<AskedCoverage> asked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("questions", asked.stream().map(this::question).toList());
    json.put("warnings", warnings());
    return json;
  }

  /// Words that nothing else matches: they may be why something is not answered.
  private List<Map<String, Object>> warnings() {
    return loose.stream()
        .map(
            each -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("record", each.record().value());
              json.put("path", each.path());
              json.put("sort", kebab(each.sort()));
              json.put("word", each.word());
              json.put("code", LooseWordWording.CODE);
              json.put("message", looseWords.message(each));
              json.put("advice", looseWords.advice(each));
              return json;
            })
        .toList();
  }

  private Map<String, Object> question(AskedCoverage asked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", asked.question().id().value());
    json.put("title", asked.question().title().text());
    json.put("fromTheOutset", asked.coverage().isFromTheOutset());
    json.put("answer", words.answer(asked.coverage()));
    json.put(
        "strips",
        asked.coverage().strips().stream()
            .map(each -> strip(GuaranteeWording.threat(asked.question(), each.threat()), each))
            .toList());
    if (!asked.opened().isEmpty()) {
      json.put(
          "opened",
          asked.opened().stream()
              .map(each -> strip(GuaranteeWording.threat(asked.question(), each.threat()), each))
              .toList());
    }
    return json;
  }

  private Map<String, Object> strip(String threat, Strip strip) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("threat", threat);
    json.put("from", Moments.text(strip.from()));
    json.put("until", Moments.text(strip.until()));
    json.put("answers", strip.answers().stream().map(this::answer).toList());
    json.put("silent", strip.silences().stream().map(GuaranteesJson::silence).toList());
    return json;
  }

  private static Map<String, Object> silence(Silence silence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("guarantee", silence.guarantee().value());
    json.put("reason", kebab(silence.reason()));
    return json;
  }

  private Map<String, Object> answer(Answer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("guarantee", answer.guarantee().value());
    json.put("tier", answer.tier());
    json.put("force", kebab(answer.force()));
    json.put("words", words.answer(answer));
    return json;
  }

  public Map<String, Object> burden(Burden.Picture picture) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lines", picture.lines().stream().map(GuaranteesJson::line).toList());
    json.put("needs", picture.balances().stream().map(GuaranteesJson::balance).toList());
    json.put(
        "available", picture.available().stream().map(ContributionId::value).sorted().toList());
    return json;
  }

  private static Map<String, Object> line(Burden.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("contributor", line.contributor().value());
    json.put("domain", kebab(line.domain()));
    json.put("unit", line.unit());
    json.put("pledged", line.pledged());
    json.put("available", line.available());
    json.put("conditional", line.conditional());
    json.put("share", line.share().toString());
    json.put("withoutFigure", line.withoutFigure());
    return json;
  }

  private static Map<String, Object> balance(Burden.Balance balance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("domain", kebab(balance.requirement().domain()));
    json.put("unit", balance.requirement().unit());
    json.put("needed", balance.requirement().amount());
    json.put("pledged", balance.pledged());
    json.put("available", balance.available());
    json.put("missing", balance.missing());
    json.put("open", balance.isOpen());
    return json;
  }

  public Map<String, Object> issues(List<Authoring.Issue> issues) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "faults",
        issues.stream()
            .map(
                each -> {
                  Map<String, Object> json = new LinkedHashMap<>();
                  json.put("guarantee", each.guarantee().value());
                  json.put("kind", kebab(each.kind()));
                  json.put("message", faults.message(each));
                  json.put("advice", faults.advice(each));
                  return json;
                })
            .toList());
    all.put("warnings", warnings());
    return all;
  }

  public Map<String, Object> lines(List<Play.Line> lines) {
    return Map.of(
        "verdicts",
        lines.stream()
            .map(
                each -> {
                  Map<String, Object> json = new LinkedHashMap<>();
                  json.put("line", each.line());
                  json.put("duty", each.duty());
                  json.put("expected", each.wanted());
                  json.put("actual", each.actual());
                  json.put("asExpected", each.isAsExpected());
                  return json;
                })
            .toList());
  }
}
