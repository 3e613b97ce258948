package org.parley.web.outlook;

import java.util.List;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.outlook.ShippedRates;
import org.parley.answer.outlook.WaysAnswer;
import org.parley.answer.outlook.WaysAnswer.IssueAnswer;
import org.parley.answer.outlook.WaysAnswer.WayAnswer;
import org.parley.exact.Budget;
import org.parley.model.cases.AsOf;
import org.parley.outlook.Forecasts;
import org.parley.outlook.ways.Way;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Messages;

/// How the talks can go, who would have to move, and what would move them most.
///
/// @param open the case
/// @param answer the answer
public record WaysPage(OpenCase open, WaysAnswer answer) {

  /// The issues in the table; the rest are folded.
  private static final int ISSUES = 10;

  /// The conflicts that are listed; the rest are folded.
  private static final int CHOICES = 5;

  /// The page of a day.
  public static WaysPage of(OpenCase open, ViewedDay moment, OutlookAnswer.RateSource rates) {
    return new WaysPage(
        open,
        WaysAnswer.of(
            open.board(moment.asOf()),
            open.foretold(forecasts(open, moment)),
            rates,
            Budget.unlimited()));
  }

  /// The day of forecasts: that of the last one, unless a day is asked for.
  private static AsOf forecasts(OpenCase open, ViewedDay moment) {
    return moment.isOfDay() ? moment.asOf() : Forecasts.shown(open.view(), moment.asOf());
  }

  public Frame frame() {
    return Frame.of(Say.text("ways.title"), open.view().info(), "outlook");
  }

  public WaysTreeChart chart() {
    return WaysTreeChart.of(answer);
  }

  /// The issues that move most.
  public List<IssueAnswer> first() {
    return answer.values().stream().limit(ISSUES).toList();
  }

  /// The other issues.
  public List<IssueAnswer> rest() {
    return answer.values().stream().skip(ISSUES).toList();
  }

  /// The first conflicts of a way.
  public static List<String> first(WayAnswer way) {
    return way.choices().stream().limit(CHOICES).toList();
  }

  /// The other conflicts of a way.
  public static List<String> rest(WayAnswer way) {
    return way.choices().stream().skip(CHOICES).toList();
  }

  /// The form for a forecast of a way.
  public static String addTo(Way way) {
    return Link.to(Address.ADD, "forecasts") + "?event=" + ShippedRates.word(way.event());
  }

  /// The anchor of a way.
  public static String anchor(Way way) {
    return ShippedRates.word(way);
  }

  /// The names of the parties that would move.
  public String movers(IssueAnswer issue) {
    return Messages.listed(
        issue.movers().stream().map(each -> open.view().get(each).label().text()).toList());
  }

  /// The titles of the texts that nothing keeps back any more.
  public String frees(IssueAnswer issue) {
    return Messages.listed(
        issue.frees().stream().map(each -> open.view().get(each).label().text()).toList());
  }
}
