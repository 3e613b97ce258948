package org.parley.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// LibreOffice opens every Word document that is written.
class LibreOfficeTest {

  private static final int MINUTES = 4;

  @TempDir private Path folder;

  @BeforeAll
  static void isInstalled() {
    boolean isThere =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice")));
    Assumptions.assumeTrue(
        isThere, "NO LIBREOFFICE: skipped. Maybe: apt-get install libreoffice-writer-nogui");
  }

  @Test
  void everyDocumentIsOpenedAndPrinted() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    files.add(write("plain", WrittenTexts.written(null, WordFileTest.BEFORE)));
    files.add(write("changes", WrittenTexts.written(WordFileTest.BEFORE, WordFileTest.AFTER)));
    files.add(
        write(
            "comments",
            WrittenTexts.commented(
                WordFileTest.BEFORE, WordFileTest.AFTER, WordFileTest.COMMENTS)));
    files.add(
        write("hostile", WrittenTexts.written(null, "Article 1\n\u0000\uD800 <w:p> ]]> مياه")));
    for (int seed = 0; seed < 8; seed++) {
      RandomTexts random = new RandomTexts(seed);
      List<String> lines = random.lines();
      files.add(
          write(
              "random-" + seed,
              WrittenTexts.written(
                  String.join("\n", lines), String.join("\n", random.edited(lines)))));
    }
    convert(files, "pdf");
    for (Path each : files) {
      Path pdf = Path.of(each.toString().replace(".docx", ".pdf"));
      assertTrue(Files.exists(pdf), pdf.toString());
      assertTrue(words(pdf).contains("Article 1"), pdf.toString());
    }
    String changes = words(folder.resolve("changes.pdf"));
    assertTrue(changes.contains("twelve") && changes.contains("Page 1 / 1"), changes);
  }

  @Test
  void whatIsResolvedIsResolvedThere() throws IOException, InterruptedException {
    Path file =
        write(
            "states",
            WrittenTexts.commented(WordFileTest.BEFORE, WordFileTest.AFTER, WordFileTest.COMMENTS));
    convert(List.of(file), "fodt");
    String read = Files.readString(Path.of(file.toString().replace(".docx", ".fodt")));
    assertEquals(2, read.split("loext:resolved=\"true\"", -1).length - 1, "comment and reply");
    assertEquals(1, read.split("loext:parent-name=", -1).length - 1, "a reply");
  }

  private Path write(String name, WrittenText text) throws IOException {
    return Files.write(folder.resolve(name + ".docx"), WordFile.write(text));
  }

  private void convert(List<Path> files, String to) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                folder.toString()));
    files.forEach(each -> command.add(each.toString()));
    Process office =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    boolean isDone = office.waitFor(MINUTES, TimeUnit.MINUTES);
    office.destroyForcibly();
    assertTrue(isDone, "LibreOffice did not end");
    assertEquals(0, office.exitValue(), Files.readString(folder.resolve("log")));
  }

  private static String words(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
      return new PDFTextStripper().getText(document);
    }
  }
}
