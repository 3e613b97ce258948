package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Names of files, and the header that gives them.
@NullMarked
class FileNameTest {

  @Test
  void aNameIsMadeOfWordsInAnyScript() {
    assertEquals(
        "план-для-україни-matrix-2025-12-28.csv",
        FileName.of(List.of("План для України!", "matrix", "2025-12-28"), "csv"));
    assertEquals("parley.csv", FileName.of(List.of("", "../.."), "csv"));
    assertTrue(FileName.of(List.of("a".repeat(500)), "csv").length() < 70);
  }

  @Test
  void theHeaderHasAsciiAndTheWholeName() {
    assertEquals("attachment; filename=\"a-b.csv\"", FileName.attachment("a-b.csv"));
    assertEquals(
        "attachment; filename=\"accord-de-geneve.csv\";"
            + " filename*=UTF-8''accord-de-gen%C3%A8ve.csv",
        FileName.attachment("accord-de-genève.csv"));
    assertEquals(
        "attachment; filename=\"parley.csv\"; filename*=UTF-8''%D0%BF.csv",
        FileName.attachment("п.csv"));
  }

  @Test
  void noNameEndsTheHeader() {
    String header = FileName.attachment("a\"; x=\r\ny.csv");
    assertTrue(
        header.startsWith("attachment; filename=\"a-x-y.csv\"; filename*=UTF-8''a%22"), header);
    assertTrue(header.chars().allMatch(each -> each >= 0x20 && each < 0x7f), header);
  }
}
