package org.parley.web.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// Jobs that are computed, or were: one's own of the API, and those of `parley cluster` beside the
/// folder of the case.
///
/// @param info the case
/// @param asked those of the API, the latest first
/// @param submitted those of `parley cluster`, the latest first
/// @param isOfFolder whether the case is a folder on this machine
public record JobsPage(
    CaseInfo info, List<JobRow> asked, List<JobRow> submitted, boolean isOfFolder) {

  /// How a job stands.
  public enum JobStanding {
    WAITING,
    GOING_ON,
    DONE,
    STOPPED,
    TOO_LONG,
    REFUSED,
    /// Its process ended without a result.
    LOST
  }

  /// A job.
  ///
  /// @param job the address that was asked, or its name
  /// @param percent how far it is; null where that is not known
  /// @param answer where the answer is; null while there is none
  public record JobRow(
      String job, JobStanding standing, @Nullable Integer percent, @Nullable String answer) {

    /// Whether it can still come to something.
    public boolean isUnderWay() {
      return standing == JobStanding.WAITING || standing == JobStanding.GOING_ON;
    }
  }

  public JobsPage {
    asked = List.copyOf(asked);
    submitted = List.copyOf(submitted);
  }

  public Frame frame() {
    return Frame.of(Say.text("jobs.page.title"), info, "jobs");
  }

  /// Whether the page looks again by itself.
  public boolean isUnderWay() {
    return asked.stream().anyMatch(JobRow::isUnderWay)
        || submitted.stream().anyMatch(JobRow::isUnderWay);
  }

  public String headline() {
    return Say.text(
        "jobs.page.headline",
        "count",
        asked.stream().filter(JobRow::isUnderWay).count()
            + submitted.stream().filter(JobRow::isUnderWay).count());
  }
}
