package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The lines of a PDF, page by page.
class PdfLinesTest {

  @Test
  void whatMostPagesHaveAtTheirMarginsIsLeftOut() {
    String[] words = {"Water is shared.", "Land is not.", "Air is free."};
    String pages =
        IntStream.range(0, 3)
            .mapToObj(
                each ->
                    "River accord "
                        + each
                        + "\nArticle "
                        + each
                        + "\n"
                        + words[each]
                        + "\nPage "
                        + each
                        + " of 3")
            .collect(Collectors.joining("\f"));
    assertEquals(
        "Article 0\nWater is shared.\n\nArticle 1\nLand is not.\n\nArticle 2\nAir is free.",
        PdfLines.of(pages, pages));
  }

  @Test
  void columnsAreReadOneAfterTheOther() {
    assertEquals(
        "1. Water is\nshared.\n2. Land is\nnot.",
        PdfLines.of(
            "1. Water is 2. Land is\nshared. not.", "1. Water is\nshared.\n2. Land is\nnot."));
  }

  @Test
  void aDividedWordIsWholeInItsLine() {
    String text = "The verifica-\ntion commission meets.\nCease-\nFire holds.";
    assertEquals(
        "The verification\ncommission meets.\nCease-\nFire holds.", PdfLines.of(text, text));
  }

  @Test
  void aNoteAtTheFootEndsThere() {
    String text = "Article 1\nThe forces leave by D+30¹ and\n¹ From signature.\fstay away.\n";
    assertEquals(
        "Article 1\nThe forces leave by D+30¹ and\n¹ From signature.\n\nstay away.",
        PdfLines.of(text, text));
  }
}
