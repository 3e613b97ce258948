package org.parley.web.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.parley.answer.memo.MemoAnswer;
import org.parley.answer.memo.MemoQuestion;
import org.parley.model.Viewer;
import org.parley.web.ShippedExamples;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// The memos of the December 2025 plan, as pages and on paper.
class MemoPageTest {

  private static OpenCase example() {
    return ShippedExamples.open("ukraine-2025", new Viewer.Mediator());
  }

  private static MemoPage memo(OpenCase open, MemoQuestion question) {
    return MemoPage.of(open, new Viewer.Public(), new Query(Map.of()), question);
  }

  @Test
  void thePaperSaysWhatThePageSays() throws IOException {
    OpenCase open = example();
    for (MemoQuestion question : MemoQuestion.values()) {
      MemoPage memo = memo(open, question);
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      BriefPrinter.pdf(memo, pdf);
      try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
        String text = flat(new PDFTextStripper().getText(document));
        assertTrue(text.contains(flat(memo.answer().headline())), text);
        for (MemoAnswer.MemoPart part : memo.answer().parts()) {
          assertTrue(text.contains(flat(part.lines().getFirst()).substring(1)), part + "\n" + text);
        }
        memo.answer().unsaid().forEach(each -> assertTrue(text.contains(flat(each)), each));
        assertTrue(document.getNumberOfPages() <= 2);
      }
    }
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ");
  }

  @Test
  void everyMemoSaysWhatCannotBeSaid() {
    OpenCase open = example();
    MemoAnswer accord = memo(open, MemoQuestion.ACCORD).answer();
    assertEquals(
        "Ukraine and US: 18 of 20 points agreed, on the word of Ukraine."
            + " Whether it ends in an accord or a stalemate, no figure here says.",
        accord.headline());
    assertNotNull(accord.plan());
    assertEquals(
        "7 pledges are on record, none with a figure: how the burden is shared cannot be said.",
        memo(open, MemoQuestion.BURDEN).answer().headline());
    assertEquals(
        "On energy no effect can be told from chance."
            + " On food no series is on record: nothing can be said.",
        memo(open, MemoQuestion.EFFECTS).answer().headline());
  }

  @Test
  void aMemoOfAnEarlierDayKnowsNothingLater() {
    OpenCase open = example();
    MemoPage memo =
        MemoPage.of(
            open,
            new Viewer.Public(),
            new Query(Map.of("asOf", List.of("2025-12-20"), "knownAt", List.of("2025-12-20"))),
            MemoQuestion.EFFECTS);
    assertTrue(
        memo.answer().figures().stream().noneMatch(each -> each.words().contains("2026")),
        () -> memo.answer().figures().toString());
  }

  @Test
  void theBandsLieWithinTheDrawing() {
    OpenCase open = example();
    PlanBands bands = memo(open, MemoQuestion.ACCORD).bands().orElseThrow();
    assertTrue(!bands.rows().isEmpty());
    for (PlanBands.BandRow each : bands.rows()) {
      assertTrue(each.wideFrom() <= each.narrowFrom() && each.narrowFrom() <= each.narrowTo());
      assertTrue(each.narrowTo() <= each.wideTo() && each.wideTo() <= PlanBands.WIDTH);
      Integer half = each.half();
      assertTrue(
          half == null
              || (each.narrowFrom() <= half && Objects.requireNonNull(half) <= each.narrowTo()));
    }
  }
}
