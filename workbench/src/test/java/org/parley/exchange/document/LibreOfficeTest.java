package org.parley.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.parley.casefile.CaseWriter;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.RecordFile;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.records.TableRead;
import org.parley.exchange.records.TableReading;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.exchange.tables.TableFormat;
import org.parley.genius.file.InputFile;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.reading.dates.SaidDate;
import org.parley.reading.source.Articles;

/// LibreOffice opens every Word document that is written, and nothing is lost where it saves texts
/// and tables again.
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

  @Test
  void aTextSavedAsOpenDocumentHasTheSameWords() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    files.add(write("plain", WrittenTexts.written(null, WordFileTest.BEFORE)));
    files.add(
        write(
            "changes",
            WrittenTexts.commented(
                WordFileTest.BEFORE, WordFileTest.AFTER, WordFileTest.COMMENTS)));
    files.add(Files.write(folder.resolve("lists.docx"), lists()));
    for (int seed = 0; seed < 4; seed++) {
      List<String> lines = new RandomTexts(seed).lines();
      files.add(write("random-" + seed, WrittenTexts.written(null, String.join("\n", lines))));
    }
    convert(files, "odt");
    List<Path> saved = new ArrayList<>();
    for (Path each : files) {
      saved.add(Path.of(each.toString().replace(".docx", ".odt")));
    }
    Path again = Files.createDirectory(folder.resolve("again"));
    convert(saved, "docx", again);
    for (Path each : saved) {
      String words = words(Files.readAllBytes(Path.of(each.toString().replace(".odt", ".docx"))));
      assertEquals(words, words(Files.readAllBytes(each)), each.toString());
      String name = each.getFileName().toString().replace(".odt", ".docx");
      assertEquals(words, words(Files.readAllBytes(again.resolve(name))), "again " + name);
    }
  }

  /// A word processor states indents that the other leaves to its defaults.
  private static String words(byte[] file) throws IOException {
    return Articles.wholeText(file).words().replaceAll("(?m)^ +", "");
  }

  @Test
  void recordsSavedAgainAreTheSame() throws Exception {
    CaseView view = Cases.of(21).viewFor(new Viewer.Mediator());
    List<Path> files = new ArrayList<>();
    for (TableKind kind : TableKind.values()) {
      files.add(
          Files.write(
              folder.resolve(kind.word() + ".xlsx"),
              RecordFile.write(kind, view, TableFormat.XLSX)));
    }
    Path again = Files.createDirectory(folder.resolve("again"));
    convert(files, "xlsx", again);
    Assumptions.assumeTrue(
        Files.exists(again.resolve(TableKind.PARTIES.word() + ".xlsx")),
        "NO LIBREOFFICE CALC: skipped. Maybe: apt-get install libreoffice-calc-nogui");
    for (TableKind kind : TableKind.values()) {
      List<CaseRecord> records =
          view.records().stream()
              .filter(each -> CaseWriter.keyOf(each).equals(kind.key()))
              .toList();
      if (records.isEmpty()) {
        continue;
      }
      Sheet sheet = SheetReader.read(InputFile.of(again.resolve(kind.word() + ".xlsx")));
      TableRead read =
          TableReading.read(
              kind,
              sheet,
              Headings.recognised(kind, sheet, view),
              new TableReading.TableContext(
                  view,
                  new HashSet<>(References.declared(view.records())),
                  "",
                  new Visibility.Public(),
                  "en",
                  LocalForms.UNKNOWN,
                  SaidDate::of));
      assertEquals(List.of(), read.faults(), kind.word());
      assertEquals(
          records, read.records().stream().map(TableRead.RowRecord::record).toList(), kind.word());
    }
  }

  /// Numbers of lists that begin anew, go on after other words, and show the levels above; a table;
  /// a note.
  private static byte[] lists() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFNumbering numbering = document.createNumbering();
      CTAbstractNum shape = CTAbstractNum.Factory.newInstance();
      shape.setAbstractNumId(BigInteger.ONE);
      level(shape, 0, STNumberFormat.UPPER_ROMAN, "Article %1.");
      level(shape, 1, STNumberFormat.DECIMAL, "%1.%2").addNewIsLgl();
      level(shape, 2, STNumberFormat.LOWER_LETTER, "(%3)");
      level(shape, 3, STNumberFormat.LOWER_ROMAN, "(%4)");
      level(shape, 4, STNumberFormat.BULLET, "-");
      BigInteger number = numbering.addAbstractNum(new XWPFAbstractNum(shape));
      BigInteger first = numbering.addNum(number);
      BigInteger second = numbering.addNum(number);
      CTNumLvl anew = numbering.getNum(second).getCTNum().addNewLvlOverride();
      anew.setIlvl(BigInteger.ZERO);
      anew.addNewStartOverride().setVal(BigInteger.ONE);
      for (BigInteger list : List.of(first, second)) {
        for (String each : List.of("0", "1", "2", "2", "3", "4", "1", "-", "2", "0", "1", "3")) {
          XWPFParagraph paragraph = document.createParagraph();
          paragraph.createRun().setText("Water of level " + each);
          if (!each.equals("-")) {
            paragraph.setNumID(list);
            paragraph.setNumILvl(new BigInteger(each));
          }
        }
        XWPFTable table = document.createTable(2, 2);
        table.getRow(1).getCell(1).setText("A cell");
        table.getRow(0).getCell(1).setText("Another cell");
      }
      XWPFParagraph noted = document.createParagraph();
      noted.createRun().setText("Fire ceases");
      var note = document.createFootnote();
      note.createParagraph().createRun().setText("As the note says.");
      noted.addFootnoteReference(note);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static CTLvl level(
      CTAbstractNum shape, int level, STNumberFormat.Enum format, String text) {
    CTLvl each = shape.addNewLvl();
    each.setIlvl(BigInteger.valueOf(level));
    each.addNewStart().setVal(BigInteger.ONE);
    each.addNewNumFmt().setVal(format);
    each.addNewLvlText().setVal(text);
    return each;
  }

  private Path write(String name, WrittenText text) throws IOException {
    return Files.write(folder.resolve(name + ".docx"), WordFile.write(text));
  }

  private void convert(List<Path> files, String to) throws IOException, InterruptedException {
    convert(files, to, folder);
  }

  private void convert(List<Path> files, String to, Path into)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                into.toString()));
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
