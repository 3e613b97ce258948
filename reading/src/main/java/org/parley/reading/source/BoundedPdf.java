package org.parley.reading.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// Opens a PDF with bounded decompression, within [UnpackLimits] (decompression bomb).
///
/// Every stream of the file, including cross-references and objects, is a [BoundedStream]. It
/// decodes filter by filter into memory and stops at the bound, so memory is bounded whatever the
/// stream would unpack to.
final class BoundedPdf extends PDFParser {

  private BoundedPdf(RandomAccessRead source) throws IOException {
    super(source, "");
    document.close();
    document = new BoundedDocument(this);
  }

  /// Opens the document in some bytes.
  ///
  /// @throws Limits.ExceededException if a stream exceeds the bound
  static PDDocument open(byte[] bytes) throws IOException {
    return new BoundedPdf(new RandomAccessReadBuffer(bytes)).parse();
  }

  private static final class BoundedDocument extends COSDocument {

    private final ICOSParser parser;
    private long left = UnpackLimits.DECODED_BYTES;

    BoundedDocument(ICOSParser parser) {
      super(parser);
      this.parser = parser;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      COSStream stream = new BoundedStream(this, parser.createRandomAccessReadView(start, length));
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }

    private void take(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw exceeded(UnpackLimits.DECODED_BYTES);
      }
    }
  }

  private static UnpackLimits.ExceededException exceeded(long bytes) {
    return new UnpackLimits.ExceededException(
        "it unpacks to more than " + (bytes >> 20) + " MiB. Maybe paste its text");
  }

  private static final class BoundedStream extends COSStream {

    private static final List<COSName> IMAGES =
        List.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION);

    private final BoundedDocument owner;

    BoundedStream(BoundedDocument owner, RandomAccessReadView encoded) throws IOException {
      super(null, encoded);
      this.owner = owner;
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
      return new PlainStream(decoded(options)).createInputStream();
    }

    @Override
    public RandomAccessRead createView() throws IOException {
      return new RandomAccessReadBuffer(decoded(DecodeOptions.DEFAULT));
    }

    private byte[] decoded(DecodeOptions options) throws IOException {
      checkPredictors();
      List<COSName> filters = filters();
      byte[] bytes;
      try (InputStream raw = createRawInputStream()) {
        bytes = raw.readAllBytes();
      }
      for (int i = 0; i < filters.size(); i++) {
        BoundedOutput out = new BoundedOutput(owner);
        FilterFactory.INSTANCE
            .getFilter(filters.get(i))
            .decode(new ByteArrayInputStream(bytes), out, this, i, options);
        bytes = out.bytes();
      }
      return bytes;
    }

    /// The filters, each once. Those of images are refused: text has none of them, and they
    /// allocate the declared size of an image.
    private List<COSName> filters() throws IOException {
      List<COSName> names = new ArrayList<>();
      switch (getFilters()) {
        case COSName name -> names.add(name);
        case COSArray array -> {
          for (COSBase each : array) {
            if (each instanceof COSName name && !names.contains(name)) {
              names.add(name);
            }
          }
        }
        case null, default -> {}
      }
      for (COSName each : names) {
        if (IMAGES.contains(each)) {
          throw new IOException("an image stands where text should");
        }
      }
      return names;
    }

    private void checkPredictors() {
      check(getDictionaryObject(COSName.DP, COSName.DECODE_PARMS));
    }

    private static void check(@Nullable COSBase parameters) {
      switch (parameters) {
        case COSDictionary each -> {
          int columns = each.getInt(COSName.COLUMNS, 1);
          if (columns < 0 || columns > UnpackLimits.PREDICTOR_COLUMNS) {
            throw new UnpackLimits.ExceededException(
                "a row of its data has " + columns + " columns. Maybe paste its text");
          }
        }
        case COSArray array -> {
          for (int i = 0; i < array.size(); i++) {
            if (array.getObject(i) instanceof COSDictionary each) {
              check(each);
            }
          }
        }
        case null, default -> {}
      }
    }
  }

  /// Data that is decoded already.
  private static final class PlainStream extends COSStream {

    private final byte[] bytes;

    PlainStream(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public InputStream createRawInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  private static final class BoundedOutput extends OutputStream {

    private final BoundedDocument owner;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    BoundedOutput(BoundedDocument owner) {
      this.owner = owner;
    }

    @Override
    public void write(int b) {
      room(1);
      out.write(b);
    }

    @Override
    public void write(byte[] b, int off, int len) {
      room(len);
      out.write(b, off, len);
    }

    private void room(int bytes) {
      owner.take(bytes);
      if (out.size() + (long) bytes > UnpackLimits.STREAM_BYTES) {
        throw exceeded(UnpackLimits.STREAM_BYTES);
      }
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
