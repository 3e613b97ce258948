package org.parley.web.packages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ZoneTable;
import org.parley.exact.Budget;
import org.parley.web.view.BadQuery;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.web.work.Work;
import org.parley.wording.Complaint;
import org.parley.wording.QuantityWording;

/// Builds the page of packages: requests its study, waits a moment, and takes the results so far.
final class PageMaker {

  /// The wait for all results before the page is sent.
  static final Duration PATIENCE = Duration.ofMillis(700);

  /// How long a browser without scripts may wait for all of it.
  private static final long LONG_PATIENCE_MILLIS = 30_000;

  /// How long an answer that follows the hand may compute.
  private static final long AT_ONCE_NANOS = 1_000_000_000L;

  private final OpenCase open;
  private final PackageProblem stated;
  private final Query query;
  private final PackagesPage.Part part;
  private final ViewedDay moment;
  private final Studies studies;
  private final PackagesQuery address;
  private final PackageProblem packages;

  /// @throws BadQuery if the address adjusts unknown figures
  PageMaker(
      OpenCase open,
      ViewedDay moment,
      PackageProblem stated,
      Query query,
      PackagesPage.Part part,
      Studies studies) {
    this.open = open;
    this.moment = moment;
    this.stated = refined(stated, MovedFigures.of(query, stated));
    this.query = query;
    this.part = part;
    this.studies = studies;
    address = PackagesQuery.of(query, this.stated, moment);
    packages = applied(this.stated, address.moved());
  }

  /// @param patience how long to wait for all results
  PackagesPage page(Duration patience) {
    return switch (part) {
      case COUNTS ->
          new PackagesPage(
              open,
              moment,
              stated,
              List.of(),
              address,
              packages,
              new StudyResults(counted(packages), null, null, null, null, null, null, null),
              null,
              PackagesPage.NOTHING,
              part);
      case DRAFT, ALL, PROGRESS -> whole(patience.toMillis());
    };
  }

  private Study study() {
    return studies.of(open, packages, address, query.text("again") != null);
  }

  private @Nullable Study sure() {
    return packages.hasIntervals() || address.within() > 0
        ? studies.safety(open, packages, address, query.text("again") != null)
        : null;
  }

  /// Whether a page still says all that is known. To ask keeps the studies going.
  BooleanSupplier isCurrent(StudyProgress shown) {
    Study study = study();
    Study sure = sure();
    return () ->
        study.isAsked()
            && (sure == null || sure.isAsked())
            && seen(study, sure) == shown.seen()
            && isGoingOn(study, sure) == shown.isGoingOn();
  }

  private static int seen(Study study, @Nullable Study sure) {
    return study.parts() + (sure == null ? 0 : sure.parts());
  }

  private static boolean isGoingOn(Study study, @Nullable Study sure) {
    return !study.work().isFinished() || (sure != null && !sure.work().isFinished());
  }

  private PackagesPage whole(long patienceMillis) {
    Study study = study();
    Study sure = sure();
    if (query.text("stop") != null) {
      study.work().stop();
      if (sure != null) {
        sure.work().stop();
      }
    }
    long wait =
        switch (part) {
          case DRAFT, COUNTS -> 0;
          case PROGRESS -> patienceMillis / 4;
          case ALL -> query.text("wait") == null ? patienceMillis : LONG_PATIENCE_MILLIS;
        };
    study.work().await(wait);
    if (sure != null) {
      sure.work().await(study.work().isFinished() ? wait : 0);
    }
    StudyProgress waiting = waiting(study, sure);
    return new PackagesPage(
        open,
        moment,
        stated,
        List.of(),
        address,
        packages,
        StudyResults.of(study, sure),
        part == PackagesPage.Part.PROGRESS || !address.isBuilding()
            ? null
            : PackageDraft.of(packages, address.built(), atOnce()),
        waiting,
        part == PackagesPage.Part.PROGRESS && waiting.seen() != query.number("seen", 0, 99, 99)
            ? PackagesPage.Part.ALL
            : part);
  }

  private static StudyProgress waiting(Study study, @Nullable Study sure) {
    List<String> troubles = new ArrayList<>();
    Work.Ended ended = study.work().ended();
    Work going = study.work().isFinished() ? null : study.work();
    // Read before the parts, so that a part that arrives in between is requested again.
    int seen = seen(study, sure);
    trouble(study.work(), troubles);
    if (sure != null) {
      trouble(sure.work(), troubles);
      ended = ended == null ? sure.work().ended() : ended;
      going = going == null && !sure.work().isFinished() ? sure.work() : going;
    }
    if (going == null) {
      return new StudyProgress("", 100, seen, ended, troubles);
    }
    double done =
        going == study.work()
            ? (Math.max(1, going.step()) - 1 + going.part()) / Study.STEPS
            : going.part();
    return new StudyProgress(
        switch (going.stage()) {
          case Study.Stage stage -> Say.text("packages.page.stage", "stage", stage);
          case null, default -> Say.text("packages.page.turn");
        },
        (int) Math.clamp(done * 100, 0, 99),
        seen,
        ended,
        troubles);
  }

  private static void trouble(Work work, List<String> troubles) {
    switch (work.failure()) {
      case null -> {
        // Nothing went wrong.
      }
      case InvalidProblemException problem ->
          problem.complaints().forEach(each -> troubles.add(Complaint.sentence(each)));
      case OutOfMemoryError _ -> troubles.add(Say.text("packages.page.memory"));
      case Throwable failure ->
          throw new IllegalStateException("looking at packages: " + failure, failure);
    }
  }

  private static Budget atOnce() {
    long end = System.nanoTime() + AT_ONCE_NANOS;
    return Budget.unlimited().withStop(() -> System.nanoTime() - end > 0);
  }

  private static ZoneTable counted(PackageProblem packages) {
    return ZoneTable.of(packages.problem(), atOnce());
  }

  private static PackageProblem refined(PackageProblem stated, MovedFigures moved) {
    try {
      PackageProblem refined = moved.whatIf().refined(stated);
      return refined.equals(stated) ? stated : QuantityWording.named(refined);
    } catch (InvalidProblemException e) {
      throw tooMuch(e);
    }
  }

  private static PackageProblem applied(PackageProblem stated, MovedFigures moved) {
    try {
      return moved.whatIf().in(stated);
    } catch (InvalidProblemException e) {
      throw tooMuch(e);
    }
  }

  private static BadQuery tooMuch(InvalidProblemException e) {
    return new BadQuery(
        "weight",
        "",
        e.complaints().stream().map(Complaint::sentence).collect(Collectors.joining(" ")),
        "Maybe move less at a time.");
  }
}
