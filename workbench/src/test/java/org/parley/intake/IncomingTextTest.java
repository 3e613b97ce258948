package org.parley.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Article;

/// Mail and other files as articles.
@NullMarked
class IncomingTextTest {

  private static final String HEADERS =
      """
      From: Border News <news@example.org>
      Subject: The talks
      Date: Thu, 5 Mar 2026 23:30:00 +0000
      MIME-Version: 1.0
      """;

  private static Article of(String text) throws IOException {
    return IncomingText.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), null, "en");
  }

  @Test
  void aPlainMailHasSenderSubjectAndDay() throws IOException {
    Article article = of(HEADERS + "\nFishing rights were settled.\n");
    assertEquals("Border News", article.publisher());
    assertEquals("The talks", article.title());
    assertEquals(LocalDate.of(2026, 3, 5), article.published());
    assertTrue(article.text().contains("Fishing rights"));
  }

  @Test
  void ofAlternativesThePlainTextIsRead() throws IOException {
    String mail =
        HEADERS
            + """
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/html

            <p>The page.</p>
            --b
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            The caf=E9 was open.
            --b--
            """;
    assertTrue(of(mail).text().contains("The café was open."));
    String page = mail.replace("text/plain", "image/png");
    assertTrue(of(page).text().contains("The page."));
    assertFalse(of(page).text().contains("<p>"));
  }

  @Test
  void aMailOfPartsWithinPartsIsRefused() {
    StringBuilder mail = new StringBuilder(HEADERS);
    for (int i = 0; i < 20; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b");
      mail.append(i).append('\n');
    }
    mail.append("Content-Type: text/plain\n\nDeep.\n");
    IOException refused = assertThrows(IOException.class, () -> of(mail.toString()));
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
    assertThrows(
        IOException.class,
        () -> of(HEADERS + "Content-Type: image/png\n\nnothing\n"),
        "no text in it");
  }

  @Test
  void aTextThatBeginsWithADateIsNoMail() throws IOException {
    Article article = of("Date: 2026-03-05\n\nFishing rights were settled.\n");
    assertNull(article.publisher());
  }

  @Test
  void aFileIsOfTheDayItIsNamedAfter() throws IOException {
    Article article = of("Fishing rights were settled.");
    LocalDate day = LocalDate.of(2026, 3, 4);
    assertEquals(day, IncomingText.named(article, "2026-03-04-wire.txt").published());
    assertNull(IncomingText.named(article, "2026-13-04-wire.txt").published());
    Article dated = article.withPublished(LocalDate.of(2026, 3, 1));
    assertEquals(dated.published(), IncomingText.named(dated, "2026-03-04-wire.txt").published());
  }
}
