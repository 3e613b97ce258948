package org.parley.web.sequence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.parley.exchange.calendar.PlanCalendar;
import org.parley.exchange.calendar.ProjectWriter;
import org.parley.sequence.CalendarTime;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;
import org.parley.web.view.BadQuery;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// The plan of a case as files of other programs, where there is exactly one.
public final class PlanFiles {

  private PlanFiles() {}

  /// A plan, and what it is the plan of.
  private record Single(SequenceProblem problem, Plan plan) {

    static Single of(OpenCase open, Query query) {
      SequencePage page = SequencePage.of(open, query);
      List<Plan> all = page.plans().findAnswer().orElse(List.of());
      if (all.size() > 1) {
        throw refused(
            "read",
            query,
            "there are " + all.size() + " plans, by how contested terms are read",
            "Maybe choose a reading of each, as term:reading; the page of the sequence has them.");
      }
      if (all.isEmpty() || all.getFirst().times().isEmpty()) {
        throw refused(
            "without",
            query,
            all.isEmpty() ? "no plan was found that keeps all demands" : "the plan has no step",
            "Maybe see the page of the sequence, which says why.");
      }
      Plan plan = all.getFirst();
      if (plan.times().stream().anyMatch(each -> isBeyond(each, page.problem()))) {
        throw refused(
            "without",
            query,
            "a day of the plan lies beyond the calendar",
            "Maybe correct the lag that leads there.");
      }
      return new Single(page.problem(), plan);
    }
  }

  private static BadQuery refused(String name, Query query, String problem, String advice) {
    return new BadQuery(name, Objects.requireNonNullElse(query.text(name), ""), problem, advice);
  }

  private static boolean isBeyond(Plan.Window window, SequenceProblem problem) {
    Long latest = window.latest();
    return Stream.of(window.earliest(), latest == null ? window.earliest() : latest)
        .anyMatch(time -> problem.scale().calendarTime(time) instanceof CalendarTime.AfterCalendar);
  }

  /// The plan for a calendar program.
  ///
  /// @param journals the journals of the case, by the hashes of their first entries
  /// @throws BadQuery where there is not exactly one plan, or all of its steps are over
  public static String calendar(OpenCase open, Query query, List<String> journals) {
    Single one = Single.of(open, query);
    return PlanCalendar.of(open.view(), journals, one.problem, one.plan, null)
        .orElseThrow(
            () ->
                refused(
                    "without",
                    query,
                    "every step of the plan is over, and a calendar needs an entry",
                    "Maybe see the page of the sequence, which says when."));
  }

  /// The plan as an XML file of Microsoft Project.
  ///
  /// @throws BadQuery where there is not exactly one plan
  public static String project(OpenCase open, Query query) {
    Single one = Single.of(open, query);
    return ProjectWriter.of(open.view(), one.problem, one.plan);
  }
}
