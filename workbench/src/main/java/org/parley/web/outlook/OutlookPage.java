package org.parley.web.outlook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.outlook.ForecastsAnswer;
import org.parley.answer.outlook.ForecastsAnswer.AskedAnswer;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.outlook.OutlookAnswer.RateAnswer;
import org.parley.answer.outlook.ShippedRates;
import org.parley.model.CaseInfo;
import org.parley.model.cases.AsOf;
import org.parley.model.text.TopicCode;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.BaseRate.YearShare;
import org.parley.outlook.ExpectedEvent.EventFate;
import org.parley.outlook.Forecasts;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.reference.AgreementStage;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.ForecastWording;
import org.parley.wording.OutlookWording;

/// How long other agreements stood, compared with a class that the reader chooses.
///
/// @param open the case
/// @param of the class
/// @param answer the answer
public record OutlookPage(OpenCase open, AgreementClass of, OutlookAnswer answer) {

  /// The years in the summary.
  private static final List<Integer> SUMMARY = List.of(1, 2, 5, 10);

  private static final String TOPIC = "topic";
  private static final int MOST_TOPICS = 20;

  /// The page for `?scope=full&about=territory&stage=comprehensive&topic=SsrGua`.
  ///
  /// @throws org.parley.web.view.BadQuery if there is no such scope, issue, stage or topic code
  public static OutlookPage of(
      OpenCase open, ViewedDay moment, Query query, OutlookAnswer.RateSource rates) {
    AgreementClass of = asked(query, open.view().info());
    AsOf asOf = moment.isOfDay() ? moment.asOf() : Forecasts.shown(open.view(), moment.asOf());
    return new OutlookPage(open, of, OutlookAnswer.of(of, rates, open.view(), open.foretold(asOf)));
  }

  /// The class that an address names; what it does not name is as the case has it.
  public static AgreementClass asked(Query query, CaseInfo info) {
    AgreementClass recorded = AgreementClass.of(info.comparison());
    String scope = query.oneOf("scope", words(SettlementScope.values()));
    String about = query.oneOf("about", words(Incompatibility.values()));
    String stage = query.oneOf("stage", words(AgreementStage.values()));
    List<String> topics = topics(query);
    return new AgreementClass(
        scope == null ? recorded.scope() : constant(SettlementScope.values(), scope),
        about == null ? recorded.issue() : constant(Incompatibility.values(), about),
        stage == null ? recorded.stage() : constant(AgreementStage.values(), stage),
        query.parameters().containsKey(TOPIC) ? topics : recorded.topics());
  }

  /// The topics that an address names; none if its list is empty.
  private static List<String> topics(Query query) {
    List<String> codes = new ArrayList<>(query.list(TOPIC));
    codes.remove(ShippedRates.word(null));
    if (codes.size() > MOST_TOPICS) {
      throw new BadQuery(
          TOPIC,
          codes.size() + " codes",
          MOST_TOPICS + " are the most",
          "Maybe ask for fewer topics together.");
    }
    for (String each : codes) {
      if (!TopicCode.isOne(each)) {
        throw new BadQuery(
            TOPIC, each, "that is not a PA-X topic code", "Maybe write it like SsrGua.");
      }
    }
    return codes;
  }

  private static <E extends Enum<E>> @Nullable E constant(E[] all, @Nullable String word) {
    return Arrays.stream(all)
        .filter(each -> ShippedRates.word(each).equals(word))
        .findFirst()
        .orElse(null);
  }

  /// The words of constants in addresses, after "any".
  public static List<String> words(Enum<?>[] all) {
    return Stream.concat(Stream.of("any"), Arrays.stream(all).map(ShippedRates::word)).toList();
  }

  public Frame frame() {
    return Frame.of(Say.text("outlook.title"), open.view().info(), "outlook");
  }

  public OutlookWording words() {
    return OutlookWording.current();
  }

  public ForecastWording forecasts() {
    return ForecastWording.current();
  }

  public SurvivalChart chart() {
    return SurvivalChart.of(answer.definitions());
  }

  /// The questions that are not decided.
  public List<AskedAnswer> open(ForecastsAnswer team) {
    return team.questions().stream().filter(each -> each.fate() == EventFate.OPEN).toList();
  }

  /// The questions that are decided.
  public List<AskedAnswer> decided(ForecastsAnswer team) {
    return team.questions().stream().filter(each -> each.fate() != EventFate.OPEN).toList();
  }

  /// The form for a forecast on a question, with the question filled in.
  public String addTo(AskedAnswer asked) {
    StringBuilder address =
        new StringBuilder(Link.to(Address.ADD, "forecasts"))
            .append("?event=")
            .append(ShippedRates.word(asked.event()))
            .append("&until=")
            .append(URLEncoder.encode(asked.until().toString(), StandardCharsets.UTF_8));
    if (!asked.closes().equals(asked.until())) {
      address
          .append("&closes=")
          .append(URLEncoder.encode(asked.closes().toString(), StandardCharsets.UTF_8));
    }
    if (asked.oneIsEnough()) {
      address.append("&oneIsEnough=true");
    }
    for (int i = 0; i < asked.about().size(); i++) {
      address.append("&about/").append(i).append('=').append(asked.about().get(i));
    }
    return address.toString();
  }

  /// The diagram of stated against happened; empty while too few forecasts are decided.
  public Optional<ReliabilityChart> reliability() {
    return Optional.ofNullable(answer.team().all()).map(ReliabilityChart::of);
  }

  /// Every scope to choose from, after all.
  public List<Say.Choice> scopes() {
    List<Say.Choice> choices = new ArrayList<>(List.of(choice(null, words().scope(null))));
    for (SettlementScope each : SettlementScope.values()) {
      choices.add(choice(each, words().scope(each)));
    }
    return choices;
  }

  /// Every issue to choose from, after all.
  public List<Say.Choice> issues() {
    List<Say.Choice> choices = new ArrayList<>(List.of(choice(null, words().issue(null))));
    for (Incompatibility each : Incompatibility.values()) {
      choices.add(choice(each, words().issue(each)));
    }
    return choices;
  }

  /// Every stage to choose from, after all.
  public List<Say.Choice> stages() {
    List<Say.Choice> choices = new ArrayList<>(List.of(choice(null, words().stage(null))));
    for (AgreementStage each : AgreementStage.values()) {
      choices.add(choice(each, words().stage(each)));
    }
    return choices;
  }

  /// The topic codes of the class, as the form has them.
  public String topics() {
    return String.join(", ", of.topics());
  }

  /// The topics with a name of which figures come with Parley.
  public List<Say.Choice> knownTopics() {
    return ShippedRates.shipped().topics().stream()
        .map(each -> new Say.Choice(each, words().topic(each)))
        .filter(each -> !each.label().equals(each.value()))
        .toList();
  }

  private static Say.Choice choice(@Nullable Enum<?> constant, String label) {
    return new Say.Choice(ShippedRates.word(constant), label);
  }

  public List<Integer> years() {
    return SUMMARY;
  }

  /// The share after some years.
  public static Optional<YearShare> after(RateAnswer rate, int year) {
    return rate.years().stream().filter(each -> each.year() == year).findFirst();
  }

  /// The name of a definition in style sheets and anchors.
  public static String style(RateAnswer rate) {
    return ShippedRates.word(rate.definition());
  }
}
