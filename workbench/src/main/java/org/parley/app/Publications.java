package org.parley.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.cli.export.PublishCommand;
import org.parley.model.cases.CaseView;
import org.parley.store.Journal;
import org.parley.web.PublicSite;
import org.parley.web.publish.SitePublisher;

/// The site of a case, for a command.
final class Publications implements PublishCommand.Publishing {

  @Override
  public PublishCommand.Outcome publish(
      CaseView view,
      @Nullable Journal journal,
      Path folder,
      String address,
      LocalDate day,
      IntConsumer progress)
      throws IOException {
    SitePublisher.Published done =
        PublicSite.of(view, journal, address, day).into(folder, progress);
    return new PublishCommand.Outcome(done.files(), done.state(), done.manifest());
  }
}
