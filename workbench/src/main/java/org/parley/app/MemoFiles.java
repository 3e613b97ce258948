package org.parley.app;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.answer.memo.MemoQuestion;
import org.parley.cli.outlook.OutlookCommand;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.web.brief.BriefPrinter;
import org.parley.web.brief.MemoPage;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// The memos of the pages, for the command that writes them.
final class MemoFiles implements OutlookCommand.MemoPrinter {

  @Override
  public void pdf(CaseView view, AsOf asOf, MemoQuestion question, OutputStream to)
      throws IOException {
    Map<String, List<String>> days = new HashMap<>();
    OpenCase open = new OpenCase(view);
    if (!asOf.date().equals(open.lastDay()) || !asOf.knownAt().equals(LocalDate.MAX)) {
      days.put("asOf", List.of(asOf.date().toString()));
    }
    if (!asOf.knownAt().equals(LocalDate.MAX)) {
      days.put("knownAt", List.of(asOf.knownAt().toString()));
    }
    BriefPrinter.pdf(MemoPage.of(open, new Viewer.Mediator(), new Query(days), question), to);
  }
}
