package org.parley.web.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.indicators.IndicatorsAnswer.Studied;
import org.parley.answer.indicators.StudyAsked;
import org.parley.answer.memo.DonorSeries;
import org.parley.answer.memo.MemoAnswer;
import org.parley.answer.memo.MemoAnswer.MemoTopic;
import org.parley.answer.memo.MemoQuestion;
import org.parley.answer.memo.Memos;
import org.parley.answer.outlook.CheckedRates;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.indicator.Indicator.Topic;
import org.parley.model.source.Source;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.eventstudy.CaseEvents.EventSort;
import org.parley.web.indicators.SeriesChart;
import org.parley.web.outlook.MemoAddress;
import org.parley.web.outlook.OutlookPage;
import org.parley.web.outlook.SurvivalChart;
import org.parley.web.sequence.ForecastPage;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.BriefWording;
import org.parley.wording.Messages;

/// A short memo for a principal, as a page and on paper.
///
/// Base rates are those that come with Parley, as in a briefing: a memo is the same anywhere.
///
/// @param open the case
/// @param reader whose eyes it is for
/// @param moment the day looked at
/// @param answer its content
/// @param charts the series drawn, by topic
public record MemoPage(
    OpenCase open,
    Viewer reader,
    ViewedDay moment,
    MemoAnswer answer,
    Map<MemoTopic, List<DrawnSeries>> charts) {

  /// A series with its chart.
  public record DrawnSeries(String title, SeriesChart chart) {}

  /// The input of the template.
  ///
  /// @param style the embedded style sheet; null on a page of the server, which links to it
  public record PrintedMemo(MemoPage memo, @Nullable String style) {

    /// Whether it is a page of the server.
    public boolean isForScreen() {
      return style == null;
    }
  }

  /// The memo of a question for a reader.
  public static MemoPage of(OpenCase open, Viewer reader, Query asked, MemoQuestion question) {
    Query query = days(asked);
    ViewedDay moment = ViewedDay.of(query, open);
    return new MemoPage(
        open,
        reader,
        moment,
        answer(open, query, question),
        question == MemoQuestion.EFFECTS ? charts(open, moment.asOf()) : Map.of());
  }

  /// The memo of a question for programs.
  public static MemoAnswer answer(OpenCase open, Query asked, MemoQuestion question) {
    Query query = days(asked);
    ViewedDay moment = ViewedDay.of(query, open);
    ActLedger planned = open.acts(ViewedDay.planned(query, open).asOf());
    return Memos.of(
        question,
        new Memos.MemoBasis(
            open.view(),
            open.board(moment.asOf()),
            planned,
            question == MemoQuestion.ACCORD ? open.restsOn(moment.asOf()) : Optional.empty(),
            CheckedRates.shipped()::find,
            AgreementClass.of(open.view().info().comparison()),
            () -> planned(open, query)));
  }

  /// The days of an address alone: a memo has no other choices.
  private static Query days(Query asked) {
    Map<String, List<String>> days = new HashMap<>();
    for (String name : List.of("asOf", "knownAt")) {
      LocalDate day = asked.day(name);
      if (day != null) {
        days.put(name, List.of(day.toString()));
      }
    }
    return new Query(days);
  }

  private static Optional<Memos.MemoPlan> planned(OpenCase open, Query query) {
    ForecastPage page = ForecastPage.of(open, query);
    return Optional.ofNullable(page.answer())
        .map(each -> new Memos.MemoPlan(page.plans().supposed(), each));
  }

  private static Map<MemoTopic, List<DrawnSeries>> charts(OpenCase open, AsOf asOf) {
    Map<MemoTopic, List<DrawnSeries>> charts = new EnumMap<>(MemoTopic.class);
    for (Studied each :
        IndicatorsAnswer.studies(
            open.view(), asOf, new StudyAsked(EventSort.BOTH, List.of(), null, ""))) {
      MemoTopic topic =
          each.indicator().topic() == Topic.ENERGY
              ? MemoTopic.ENERGY
              : each.indicator().topic() == Topic.FOOD ? MemoTopic.FOOD : null;
      SeriesChart chart = SeriesChart.of(each.study()).orElse(null);
      if (topic != null && chart != null) {
        charts
            .computeIfAbsent(topic, _ -> new ArrayList<>())
            .add(new DrawnSeries(each.indicator().title().text(), chart));
      }
    }
    return charts;
  }

  /// The series drawn in a part.
  public List<DrawnSeries> charts(MemoTopic topic) {
    return charts.getOrDefault(topic, List.of());
  }

  /// How long others stood, drawn.
  public SurvivalChart survival() {
    return OutlookPage.of(open, moment, new Query(Map.of()), CheckedRates.shipped()::find).chart();
  }

  /// The plan, drawn; empty if there is none, or nothing is known of its times.
  public Optional<PlanBands> bands() {
    return Optional.ofNullable(answer.plan()).flatMap(each -> PlanBands.of(open.view(), each));
  }

  /// Whether a part is short and has a drawing: on paper it stays on one page.
  public boolean isDrawn(MemoTopic topic) {
    return topic == MemoTopic.DONORS || topic == MemoTopic.PLAN || topic == MemoTopic.OTHERS;
  }

  /// Whether the shares of every series can be drawn.
  public boolean isDrawn() {
    return answer.donors().stream().allMatch(each -> DonorBars.of(each).isPresent());
  }

  /// The shares of a series, drawn; empty if it has none.
  public Optional<DonorBars> bars(DonorSeries series) {
    return DonorBars.of(series);
  }

  public String title() {
    return Say.text(
        "memo.about",
        "title",
        open.view().info().title().text(),
        "day",
        moment.shown(),
        "reader",
        new BriefWording(Messages.current(), open.view()).reader(reader));
  }

  /// The handling marking on every page.
  public String marking() {
    return new BriefWording(Messages.current(), open.view()).marking(reader);
  }

  /// The sources it rests on.
  public List<Source> sources() {
    return answer.sources().stream().map(open.view()::get).toList();
  }

  /// The address of its PDF for the same day.
  public String pdf() {
    return Link.to(MemoAddress.pdf(answer.question())) + moment.fullQuery();
  }

  /// The page with the detail of a part.
  public static String detail(MemoTopic topic) {
    return Link.to(
        switch (topic) {
          case AGREED -> Address.BOARD;
          case ORDER -> Address.SEQUENCE;
          case PLAN -> Address.FORECAST;
          case OTHERS, EXPECTED -> Address.OUTLOOK;
          case PLEDGED -> Address.GUARANTEES;
          case SUPPORT, DONORS, BESIDE, ENERGY, FOOD, TRIPWIRES -> Address.INDICATORS;
        });
  }
}
