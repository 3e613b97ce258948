package org.parley.web;

import java.util.List;
import org.parley.job.JobReports.JobReport;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.api.line.Jobs;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Visit;
import org.parley.web.work.JobsPage;
import org.parley.web.work.JobsPage.JobRow;
import org.parley.web.work.JobsPage.JobStanding;
import org.parley.web.work.Work;

/// The page of jobs. Nobody is shown a job of another.
record JobRoutes(Jobs jobs, CaseService service, Templates templates) {

  private static final int WHOLE = 100;

  void addTo(Routes routes) {
    routes.add(
        new Route("GET", Address.JOBS.path(), Access.READ, Kind.PAGE, "the jobs one has begun"),
        new WithCase(service, templates)
            .shows(
                (ctx, visitor, open) ->
                    templates.show(
                        ctx,
                        "jobs",
                        new JobsPage(
                            open.view().info(),
                            asked(visitor),
                            submitted(visitor),
                            isOfFolder(visitor)))));
  }

  private List<JobRow> asked(Visitor visitor) {
    return jobs.list(visitor).stream().map(JobRoutes::row).toList();
  }

  private static JobRow row(Jobs.Job job) {
    Work work = job.work();
    JobStanding standing = standing(job);
    return new JobRow(
        job.ask(),
        standing,
        work.search() == null || standing != JobStanding.GOING_ON
            ? null
            : (int) Math.round(WHOLE * work.part()),
        job.reply() == null ? null : Link.api("/api/jobs/" + job.id() + "/answer"));
  }

  private static JobStanding standing(Jobs.Job job) {
    Work work = job.work();
    if (!work.isFinished()) {
      return work.hasBegun() ? JobStanding.GOING_ON : JobStanding.WAITING;
    }
    if (job.reply() == null) {
      return JobStanding.REFUSED;
    }
    Work.Ended ended = work.ended();
    return ended == null
        ? JobStanding.DONE
        : ended == Work.Ended.STOPPED ? JobStanding.STOPPED : JobStanding.TOO_LONG;
  }

  private List<JobRow> submitted(Visitor visitor) {
    return isOfFolder(visitor) ? service.jobs().stream().map(JobRoutes::row).toList() : List.of();
  }

  /// A job sees what the mediator sees, and names files of this machine.
  private static boolean isOfFolder(Visitor visitor) {
    return visitor.role() == Role.MEDIATOR && Visit.current().isLocal();
  }

  private static JobRow row(JobReport report) {
    JobStanding standing =
        report.isWritten()
            ? JobStanding.DONE
            : report.isGoingOn() ? JobStanding.GOING_ON : JobStanding.LOST;
    return new JobRow(
        report.job(),
        standing,
        standing == JobStanding.GOING_ON && report.of() > 0
            ? (int) ((long) WHOLE * report.done() / report.of())
            : null,
        report.isWritten() ? report.result() : null);
  }
}
