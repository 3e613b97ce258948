package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The text of a file is the same in every encoding that its language is saved in.
class CodePagesLawTest {

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "windows-1252",
          List.of("Rôle", "État", "naïveté", "Œuvre", "Übergröße", "año", "coração", "l’Été", "où"),
          "windows-1250",
          List.of("Państwo", "źródło", "żółć", "księżna", "příčiny", "šťastný", "őszinte", "hűség"),
          "windows-1251",
          List.of("Название", "код", "РЕСПУБЛИКА", "Україна", "її", "Європа", "сторона", "и"),
          "KOI8-R",
          List.of("Название", "код", "РЕСПУБЛИКА", "сторона", "и", "Договор", "прекращение"),
          "windows-1256",
          List.of("الاسم", "النوع", "جمهورية", "حركة", "وقف", "إطلاق", "النار", "المادة"),
          "windows-1253",
          List.of("Όνομα", "Χώρα", "Ημερομηνία", "Ελληνική", "κράτος", "και"),
          "GB18030",
          List.of("名称", "类型", "日期", "共和国", "停火协议", "第五条"));

  private static final List<String> PLAIN = List.of("id", "UN", "2025", "42", "ok", "A4");

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void textsAreTheSameInEveryEncoding() {
    WORDS.forEach(
        (page, words) -> {
          for (int i = 0; i < 40; i++) {
            String text = text(words);
            for (Charset each :
                List.of(
                    Charset.forName(page),
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE)) {
              boolean isUtf16 = each.name().startsWith("UTF-16");
              if (!isUtf16 || isMostlyLatin(text)) {
                assertEquals(text, decoded(text, each), page + " as " + each);
              }
              if (each.name().startsWith("UTF")) {
                assertEquals(text, decoded("\ufeff" + text, each), page + " marked " + each);
              }
            }
          }
        });
  }

  /// UTF-16 without a mark is known by the zeros of Latin letters and separators.
  private static boolean isMostlyLatin(String text) {
    return text.chars().filter(each -> each < 0x80).count() * 3 > text.length();
  }

  private String text(List<String> words) {
    List<String> cells = new ArrayList<>();
    for (int i = random.nextInt(6, 30); i > 0; i--) {
      List<String> from = random.nextInt(4) == 0 ? PLAIN : words;
      cells.add(from.get(random.nextInt(from.size())));
    }
    // some words of the language at least
    cells.addAll(words);
    return String.join(random.nextBoolean() ? ";" : " ", cells) + "\n";
  }

  private static String decoded(String text, Charset charset) {
    return CodePages.decoded(ByteBuffer.wrap(text.getBytes(charset)));
  }
}
