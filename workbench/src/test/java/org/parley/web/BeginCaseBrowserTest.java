package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;

/// A case of the size of Belfast is entered in a browser, and its clicks and saves are counted.
///
/// A click is a button, a link or a field that is gone to. What is typed or pasted there is none.
class BeginCaseBrowserTest {

  static final List<String> PARTIES =
      List.of("United Kingdom", "Ireland", "Ulster Unionist Party", "Sinn Féin");

  private static final String[][] POINTS = {
    {"Constitutional status", "Consent of a majority", "Joint sovereignty"},
    {"Strand One", "Assembly with cross-community vote", "Assembly by simple majority"},
    {"Strand Two", "North/South council with own powers", "Council that consults"},
    {"Strand Three", "British-Irish council", "No such council"},
    {"Rights", "Convention in law", "Bill of rights of its own"},
    {"Decommissioning", "Within two years", "Before office"},
    {"Policing", "Independent commission", "Reform of the force"},
    {"Prisoners", "Release within two years", "Review of each case"},
  };

  private static final String CLAIMS =
      """
      speaker\tparty\tsaid on\tabout\tasserts\tparaphrase\tpublisher\taddress
      Tony Blair\tUnited Kingdom\t1998-04-10\twhole\tagreed\tThe text is agreed.\tThe Guardian\thttps://guardian.example/1
      Bertie Ahern\tIreland\t1998-04-10\twhole\tagreed\tThe text is agreed.\tThe Irish Times\thttps://times.example/1
      John Taylor\tUlster Unionist Party\t1998-04-07\tStrand Two\trejected\tThe draft is not to be touched.\tCAIN\thttps://cain.example/1
      David Trimble\tUlster Unionist Party\t1998-04-10\twhole\tagreed\tThe party agrees.\tCAIN\thttps://cain.example/1
      David Trimble\tUlster Unionist Party\t1998-04-10\tDecommissioning\topen\tThe letter settles it.\tCAIN\thttps://cain.example/1
      Gerry Adams\tSinn Féin\t1998-04-16\twhole\topen\tThe conference decides.\tChicago Tribune\thttps://chicago.example/1
      Gerry Adams\tSinn Féin\t1998-04-10\tPrisoners\tagreed\tThey come home.\tChicago Tribune\thttps://chicago.example/1
      Gerry Adams\tSinn Féin\t1998-04-10\tPolicing\topen\tA commission is a beginning.\tThe Irish Times\thttps://times.example/1
      Mo Mowlam\tUnited Kingdom\t1998-04-11\tPrisoners\tagreed\tThe law follows in June.\tThe Guardian\thttps://guardian.example/1
      Bertie Ahern\tIreland\t1998-04-11\tConstitutional status\tagreed\tThe articles are amended.\tThe Irish Times\thttps://times.example/1
      Tony Blair\tUnited Kingdom\t1998-04-11\tDecommissioning\tstates\tTwo years are enough.\tThe Guardian\thttps://guardian.example/1
      """;

  @TempDir Path folder;
  private int clicks;
  private int saves;

  /// The table of points, as it is pasted.
  static String points() {
    StringBuilder points = new StringBuilder();
    for (String[] each : POINTS) {
      points.append('\t').append(each[0]).append('\t').append(each[1]).append('\n');
      points.append("\t\t").append(each[2]).append('\n');
    }
    return points.toString();
  }

  private void click(Page page, String selector) {
    page.click(selector);
    clicks++;
  }

  private void type(Page page, String selector, String text) {
    click(page, selector);
    page.fill(selector, text);
  }

  private void paste(Page page, String selector, String text) {
    click(page, selector);
    page.evalOnSelector(selector, PositionGridBrowserTest.PASTE, text);
  }

  private void save(Page page, String selector, String then) {
    click(page, selector);
    page.waitForURL(then);
    saves++;
  }

  private void add(Page page, String name) {
    click(page, "a.add");
    click(page, "main a:text-is('" + name + "')");
  }

  @Test
  void aCaseOfTheSizeOfBelfastTakesFewClicks() throws Exception {
    Chromium chromium = Chromium.get();
    try (FolderJournal journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
        WebServer server = WebServer.start(new FolderCaseService(folder, journal), 0);
        BrowserContext context = chromium.window()) {
      Page page = context.newPage();
      page.navigate(server.address().toString());
      type(page, "#title", "Belfast");
      type(page, "#parties", String.join("\n", PARTIES));
      click(page, "[name=template][value=blank]");
      click(page, "main form button[type=submit]");
      page.waitForFunction(
          "() => document.querySelector('a.add') && !document.querySelector('#parties')");
      saves++;

      add(page, "Table of points");
      paste(page, "[name='number/n/0']", points());
      save(page, "#grid .buttons button", "**/grid/points?saved=8");

      add(page, "Claims from a spreadsheet");
      type(page, "#text", CLAIMS);
      click(page, "#sheet button[value=preview]");
      save(page, "#sheet button[value=save]", "**/grid/claims?saved=11");

      for (String day : List.of("1998-04-07", "1998-04-10")) {
        add(page, "Meeting");
        type(page, "#f-title", "Talks of " + day);
        type(page, "#f-date", day);
        page.selectOption("#f-format", "multilateral");
        clicks++;
        type(page, "#f-participants-0", "united-kingdom");
        type(page, "#f-participants-1", "ireland");
        type(page, "#f-source-0", "cain-1998");
        save(page, ".finish button[value=save]", "**/record/*?saved=1");
      }

      add(page, "Table of positions");
      StringBuilder positions = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        positions.append("1\t2\t3\t4\n".replace("1", Integer.toString(i + 1)));
        positions.append(i % 2 == 0 ? "p\ta\tr\tt\n" : "a\tp\tt\tr\n");
        positions.append(i % 2 == 0 ? "t\tr\tp\ta\n" : "r\tt\ta\tp\n");
      }
      paste(page, "table.grid tbody tr:first-child td:nth-child(2) input", positions.toString());
      click(page, "[name=basis][value=told]");
      type(page, "#told", "1998-04-05");
      save(page, "#grid .buttons button", "**/grid?saved=24");
    }
    CaseView view =
        ((Loaded) CaseFolder.of(folder).load()).contents().viewFor(new Viewer.Mediator());
    assertEquals(4, view.parties().size());
    assertEquals(8, view.points().size());
    assertEquals(16, view.points().stream().mapToInt(each -> each.options().size()).sum());
    assertEquals(4, view.sources().size());
    assertEquals(11, view.claims().size());
    assertEquals(2, view.meetings().size());
    assertEquals(24, view.positions().size());
    System.out.println("Belfast: " + clicks + " clicks, " + saves + " saves");
    assertTrue(clicks < 120 && saves < 15, clicks + " clicks, " + saves + " saves");
  }
}
