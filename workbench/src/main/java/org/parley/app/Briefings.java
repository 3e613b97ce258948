package org.parley.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.parley.cli.BriefCommand;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.web.brief.Brief;
import org.parley.web.brief.BriefPrinter;
import org.parley.web.view.OpenCase;

/// The briefings of the pages, for the command that writes them.
final class Briefings implements BriefCommand.Printer {

  @Override
  public void html(CaseView view, Viewer reader, BriefCommand.DaysShown days, OutputStream to)
      throws IOException {
    to.write(BriefPrinter.html(brief(view, reader, days)).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void pdf(CaseView view, Viewer reader, BriefCommand.DaysShown days, OutputStream to)
      throws IOException {
    BriefPrinter.pdf(brief(view, reader, days), to);
  }

  @Override
  public void docx(CaseView view, Viewer reader, BriefCommand.DaysShown days, OutputStream to)
      throws IOException {
    to.write(BriefPrinter.docx(brief(view, reader, days)));
  }

  @Override
  public String json(CaseView view, Viewer reader, BriefCommand.DaysShown days) {
    return brief(view, reader, days).json();
  }

  private static Brief brief(CaseView view, Viewer reader, BriefCommand.DaysShown days) {
    LocalDate knownAt = days.asOf().knownAt();
    return Brief.of(
        new OpenCase(view),
        reader,
        new Brief.DaysAsked(
            days.asOf().date(), knownAt.equals(LocalDate.MAX) ? null : knownAt, days.since()));
  }
}
