package org.parley.web.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.CaseRecord;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Confidence;
import org.parley.web.ShippedExamples;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;

/// What a briefing says, and that it prints.
class BriefTest {

  private static Brief ofUkraine(Viewer reader, String asOf, String since) {
    return brief(ShippedExamples.open("ukraine-2025", reader), reader, asOf, since);
  }

  private static Brief brief(OpenCase open, Viewer reader, String asOf, String since) {
    return Brief.of(open, reader, days(asOf, since));
  }

  private static Brief.DaysAsked days(String asOf, String since) {
    return new Brief.DaysAsked(LocalDate.parse(asOf), null, LocalDate.parse(since));
  }

  private static byte[] pdf(Brief brief) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BriefPrinter.pdf(brief, out);
    return out.toByteArray();
  }

  private static String page(PDDocument document, int number) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setStartPage(number);
    text.setEndPage(number);
    return text.getText(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ukraine-2025",
        "south-caucasus-2024",
        "minsk-2015",
        "north-atlantic-1949",
        "colombia-2016",
        "belfast-1998"
      })
  void oneFirstPageThenTheDetails(String name) throws IOException {
    Viewer reader = new Viewer.Mediator();
    Brief brief =
        Brief.of(ShippedExamples.open(name, reader), reader, new Brief.DaysAsked(null, null, null));
    try (PDDocument document = Loader.loadPDF(pdf(brief))) {
      String first = page(document, 1);
      for (String answer :
          List.of(
              "Where it stands",
              "What moved",
              "Who says otherwise",
              "What is possible",
              "What blocks",
              "What is due")) {
        assertTrue(first.contains(answer), answer + " on the first page of " + first);
      }
      assertTrue(
          page(document, 2).contains("Who stands where"), "the second page begins the details");
      for (var page : document.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          PDFont each = page.getResources().getFont(font);
          assertTrue(each.isEmbedded(), each.getName() + " is embedded");
        }
      }
    }
  }

  @Test
  void saysWhatWasReportedOfThatDay() throws IOException {
    Brief brief = ofUkraine(new Viewer.Public(), "2025-12-28", "2025-12-24");
    try (PDDocument document = Loader.loadPDF(pdf(brief))) {
      String first = page(document, 1).replaceAll("\\s+", " ");
      assertTrue(first.contains("Ukraine and US: 18 of 20 points agreed"), first);
      assertTrue(first.contains("12 Zaporizhzhia nuclear power plant and 14 Territories"), first);
      assertTrue(first.contains("95 % of the whole (Donald Trump, 28 December 2025)"), first);
      assertTrue(first.contains("Public information"), first);
      assertTrue(first.contains("ILLUSTRATIVE"), first);
    }
  }

  /// Confidence of an analyst stands beside each claim that has one, and beside no other.
  @Test
  void saysHowSureTheAnalystIs() throws IOException {
    Case all = ShippedExamples.get("ukraine-2025");
    assertFalse(confidence(all).contains("confidence)"));
    List<CaseRecord> records = new ArrayList<>();
    for (CaseRecord each : all.records()) {
      records.add(
          each instanceof Claim claim ? Rewrite.with(claim, "confidence", Confidence.LOW) : each);
    }
    String html = confidence(Case.of(all.info(), records));
    for (String section : List.of("id=\"moved\"", "id=\"order\"", "id=\"board\"")) {
      int at = html.indexOf(section);
      assertTrue(at >= 0, section);
      int end = html.indexOf("class=\"detail\"", at + section.length());
      String part = html.substring(at, end < 0 ? html.length() : end);
      assertTrue(part.contains("(low confidence)"), section);
    }
  }

  private static String confidence(Case all) {
    Viewer reader = new Viewer.Mediator();
    // packages have no claims
    return BriefPrinter.html(
        Brief.of(
            new OpenCase(all.viewFor(reader)),
            reader,
            days("2025-12-28", "2025-12-24"),
            Duration.ZERO));
  }

  @Test
  void saysTheSameInFrench() throws IOException {
    String first =
        ScopedValue.where(Language.CURRENT, Language.FRENCH)
            .call(
                () -> {
                  Brief brief = ofUkraine(new Viewer.Public(), "2025-12-28", "2025-12-24");
                  try (PDDocument document = Loader.loadPDF(pdf(brief))) {
                    assertTrue(page(document, 2).contains("La position de chacun"), "page 2");
                    return page(document, 1).replaceAll("[\\s\u00a0]+", " ");
                  }
                });
    for (String said :
        List.of(
            "Au 28 décembre 2025, pour le public.",
            "18 points convenus sur 20",
            "Annoncé : 95 % de l’ensemble (Donald Trump, 28 décembre 2025)",
            "Information publique",
            "Échéances")) {
      assertTrue(first.contains(said), said + " in " + first);
    }
  }

  @Test
  void whatNobodySaysWhoDidIsNotDueAndSaysWhatEachWouldMean(@TempDir Path folder)
      throws IOException {
    Path golden = Path.of("src", "test", "golden", "good", "unattributed.md");
    String text = Files.readString(golden).split("case/case.yaml\n", 2)[1].split("```", 2)[0];
    Files.writeString(folder.resolve("case.yaml"), text);
    Case all = assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load()).contents();
    String html =
        BriefPrinter.html(
                brief(
                    new OpenCase(all.viewFor(new Viewer.Mediator())),
                    new Viewer.Mediator(),
                    "2026-03-05",
                    "2026-02-01"))
            .replaceAll("\\s+", " ");
    assertTrue(
        html.contains(
            "Guarantia to Aland: notice: between Aland and Borland, not attributed; if Aland did it: not owed;"
                + " if Borland did it: broken"),
        html);
    assertFalse(html.contains("by 2 March 2026"), html);
  }

  @Test
  void everyNumberInItIsThatOfASource() throws IOException {
    String html = BriefPrinter.html(ofUkraine(new Viewer.Mediator(), "2026-02-28", "2025-12-24"));
    int sources = Pattern.compile("<tr id=\"n(\\d+)\">").split(html).length - 1;
    List<Integer> cited =
        Pattern.compile("<a href=\"#n(\\d+)\">")
            .matcher(html)
            .results()
            .map(each -> Integer.valueOf(each.group(1)))
            .distinct()
            .sorted()
            .toList();
    assertEquals(sources, cited.size());
    assertEquals(sources, cited.getLast());
  }

  @Test
  void htmlIsWellFormedAndEscapes() throws Exception {
    Case world = org.parley.web.BriefWorld.hostile();
    Viewer reader = new Viewer.Mediator();
    String html =
        BriefPrinter.html(
            Brief.of(
                new OpenCase(world.viewFor(reader)),
                reader,
                new Brief.DaysAsked(null, null, null)));
    assertFalse(html.contains("<script"), "a script came through");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatTheReaderMayNotSeeMovesNoByte() throws IOException {
    Case world = org.parley.web.BriefWorld.hostile();
    Viewer reader = new Viewer.Public();
    Case open =
        Case.of(
            world.info(),
            world.records().stream().filter(each -> each.visibility().visibleTo(reader)).toList());
    assertEquals(
        BriefPrinter.html(
            Brief.of(
                new OpenCase(open.viewFor(reader)), reader, new Brief.DaysAsked(null, null, null))),
        BriefPrinter.html(
            Brief.of(
                new OpenCase(world.viewFor(reader)),
                reader,
                new Brief.DaysAsked(null, null, null))));
  }
}
