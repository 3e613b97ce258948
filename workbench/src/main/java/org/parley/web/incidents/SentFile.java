package org.parley.web.incidents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.exchange.incidents.form.IncidentSheet;
import org.parley.exchange.parquet.BadParquetException;
import org.parley.exchange.parquet.ParquetText;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetFault;
import org.parley.exchange.sheet.SheetNote;
import org.parley.exchange.sheet.SheetReader;
import org.parley.genius.file.InputFile;

/// A file as it was sent, kept in memory in small: tables of incidents are mostly repetition.
public final class SentFile {

  /// The largest file that is taken in.
  public static final int LARGEST = 64 << 20;

  private static final int LONGEST_NAME = 200;
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final byte[] packed;
  private final long size;
  private final String sheet;
  private final List<SheetNote> notes;

  /// @param packed its bytes, deflated
  /// @param size how many bytes it has
  private SentFile(String name, byte[] packed, long size, String sheet, List<SheetNote> notes) {
    this.name = name;
    this.packed = packed;
    this.size = size;
    this.sheet = sheet;
    this.notes = notes;
  }

  /// Reads a file; of a workbook, the sheet with incidents; of Parquet, its flat columns.
  ///
  /// @throws UnusableRecordException if it is too large
  /// @throws BadSheetException if it is a workbook or Parquet file that cannot be read
  public static SentFile read(String name, InputStream in) throws IOException {
    byte[] head = in.readNBytes(4);
    if (ParquetText.isParquet(ByteBuffer.wrap(head))) {
      return of(name, flat(all(head, in)));
    }
    if (isWorkbook(head)) {
      Sheet sheet = SheetReader.read(new InputFile(name, all(head, in)), IncidentSheet.CHOICE);
      SentFile rows = of(name, IncidentSheet.csv(sheet));
      return new SentFile(rows.name, rows.packed, rows.size, sheet.name(), sheet.notes());
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    long size = head.length;
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream out = new DeflaterOutputStream(packed, fast, BUFFER)) {
      out.write(head);
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        refuseBeyond(size, LARGEST);
        out.write(buffer, 0, n);
      }
    } finally {
      fast.end();
    }
    return new SentFile(cut(name), packed.toByteArray(), size, "", List.of());
  }

  /// A text.
  public static SentFile of(String name, String text) throws IOException {
    return read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refuseBeyond(long size, int largest) {
    if (size > largest) {
      throw new UnusableRecordException(new LogRecordFault.IncidentFileTooLarge(largest >> 20));
    }
  }

  private static boolean isWorkbook(byte[] head) {
    return head.length == 4
        && ((head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4)
            || ((head[0] & 0xff) == 0xd0
                && (head[1] & 0xff) == 0xcf
                && head[2] == 0x11
                && (head[3] & 0xff) == 0xe0));
  }

  private static String flat(ByteBuffer all) throws IOException {
    try {
      return ParquetText.csv(all);
    } catch (BadParquetException _) {
      throw new BadSheetException(SheetFault.Plain.SHEET_NOT_PARQUET, "");
    }
  }

  private static ByteBuffer all(byte[] head, InputStream in) throws IOException {
    byte[] rest = in.readNBytes(InputFile.LARGEST);
    refuseBeyond((long) head.length + rest.length, InputFile.LARGEST);
    return ByteBuffer.allocate(head.length + rest.length).put(head).put(rest).flip();
  }

  private static String cut(String name) {
    String line = name.replaceAll("\\p{Cntrl}", " ").strip();
    return line.substring(0, Math.min(LONGEST_NAME, line.length()));
  }

  /// Its bytes.
  InputStream open() {
    return new InflaterInputStream(new ByteArrayInputStream(packed));
  }

  /// Its name; empty for pasted rows.
  public String name() {
    return name;
  }

  /// The name of the sheet that is read, whose rows have the numbers of lines; empty for none.
  public String sheet() {
    return sheet;
  }

  /// The notes on the sheet, in the current language.
  public List<String> notes() {
    return notes.stream().map(each -> each.sentence(sheet)).toList();
  }

  /// How many bytes it has.
  long size() {
    return size;
  }

  @Override
  public String toString() {
    return "SentFile[" + name + ", " + size + " bytes]";
  }
}
