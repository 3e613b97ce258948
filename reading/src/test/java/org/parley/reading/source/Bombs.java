package org.parley.reading.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.NullMarked;

/// Small files that unpack to much, or take long to read.
@NullMarked
final class Bombs {

  /// Twice what a stream may decode to.
  private static final int MUCH = 64 << 20;

  private static final Map<String, byte[]> PDFS = made();

  private Bombs() {}

  /// Deflates `size` bytes that repeat `pattern`, without holding them.
  static byte[] deflated(String pattern, long size) {
    return deflated(pattern.getBytes(StandardCharsets.ISO_8859_1), size);
  }

  private static byte[] deflated(byte[] unit, long size) {
    byte[] block = new byte[unit.length * Math.max(1, (1 << 16) / unit.length)];
    for (int i = 0; i < block.length; i++) {
      block[i] = unit[i % unit.length];
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (long left = size; left > 0; left -= block.length) {
      deflater.setInput(block, 0, (int) Math.min(left, block.length));
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /// A PDF of one page.
  ///
  /// @param contents the references of its contents: `4 0 R`
  /// @param resources what its resources hold
  /// @param streams from object 4 on, each a dictionary without its length and the data
  private static byte[] pdf(String contents, String resources, List<Stream> streams) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> offsets = new ArrayList<>();
    put(out, "%PDF-1.5\n");
    for (String each :
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ["
                + contents
                + "] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
                + " >> >> "
                + resources
                + " >> >>")) {
      offsets.add(out.size());
      put(out, offsets.size() + " 0 obj\n" + each + "\nendobj\n");
    }
    for (Stream each : streams) {
      offsets.add(out.size());
      put(
          out,
          offsets.size()
              + " 0 obj\n<< /Length "
              + each.data.length()
              + " "
              + each.dictionary
              + " >>\nstream\n");
      put(out, each.data);
      put(out, "\nendstream\nendobj\n");
    }
    int xref = out.size();
    put(out, "xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(each -> put(out, String.format(Locale.ROOT, "%010d 00000 n \n", each)));
    put(
        out,
        "trailer\n<< /Size "
            + (offsets.size() + 1)
            + " /Root 1 0 R >>\nstartxref\n"
            + xref
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  /// @param data its bytes, one a character
  private record Stream(String dictionary, String data) {}

  private static Stream stream(String dictionary, byte[] data) {
    return new Stream(dictionary, new String(data, StandardCharsets.ISO_8859_1));
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] page(String dictionary, byte[] data) {
    return pdf("4 0 R", "", List.of(stream(dictionary, data)));
  }

  /// By name.
  static Map<String, byte[]> pdfs() {
    return PDFS;
  }

  private static Map<String, byte[]> made() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    String flate = "/Filter /FlateDecode";
    byte[] blanks = deflated(" ", MUCH);
    all.put("blanks", page(flate, blanks));
    all.put(
        "packed twice", page("/Filter [/FlateDecode /Fl]", deflated(deflated(" ", MUCH), MUCH)));
    all.put(
        "packed in runs",
        page("/Filter [/FlateDecode /RunLengthDecode]", deflated("\u0081 ", 4 << 20)));
    all.put(
        "in hexadecimal", page("/Filter [/FlateDecode /ASCIIHexDecode]", deflated("20", 2 * MUCH)));
    Stream blank = stream(flate, deflated(" ", 30 << 20));
    List<Stream> many = new ArrayList<>();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      many.add(blank);
      names.append(4 + i).append(" 0 R ");
    }
    all.put("many streams", pdf(names.toString(), "", many));
    all.put("words", page(flate, deflated("BT /F 12 Tf (agreed) Tj ET\n", 31 << 20)));
    all.put(
        "a wide row",
        page(
            flate + " /DecodeParms << /Predictor 12 /Columns 268435455 /Colors 4 >>",
            deflated(" ", 1 << 20)));
    List<Stream> forms = new ArrayList<>();
    forms.add(new Stream("", "/X5 Do"));
    for (int i = 5; i < 25; i++) {
      forms.add(
          new Stream(
              "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X"
                  + (i + 1)
                  + " "
                  + (i + 1)
                  + " 0 R >> >>",
              ("/X" + (i + 1) + " Do ").repeat(20)));
    }
    forms.add(new Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", " ".repeat(100_000)));
    all.put("forms of forms", pdf("4 0 R", "/XObject << /X5 5 0 R >>", forms));
    return all;
  }

  /// Arrays within arrays, without end.
  static byte[] deepArrays() {
    return page("", ("[".repeat(2_000_000) + " ] TJ").getBytes(StandardCharsets.US_ASCII));
  }

  /// An image that claims to be large, where the contents of a page should be.
  static byte[] imageForText() {
    return page(
        "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 30000 >>",
        new byte[100]);
  }
}
