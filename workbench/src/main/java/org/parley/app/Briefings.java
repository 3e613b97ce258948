package org.parley.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.cli.BriefCommand;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.web.brief.Brief;
import org.parley.web.brief.BriefPrinter;
import org.parley.web.view.OpenCase;

/// The briefings of the pages, for the command that writes them.
final class Briefings implements BriefCommand.Printer {

  @Override
  public void html(
      CaseView view, Viewer reader, LocalDate asOf, @Nullable LocalDate since, OutputStream to)
      throws IOException {
    Brief brief = Brief.of(new OpenCase(view), reader, asOf, since);
    to.write(BriefPrinter.html(brief).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void pdf(
      CaseView view, Viewer reader, LocalDate asOf, @Nullable LocalDate since, OutputStream to)
      throws IOException {
    BriefPrinter.pdf(Brief.of(new OpenCase(view), reader, asOf, since), to);
  }
}
