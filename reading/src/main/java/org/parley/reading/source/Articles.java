package org.parley.reading.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// Articles from files, addresses and streams.
public final class Articles {

  /// The most that is read of a file or an address.
  public static final int MAX_BYTES = 64 << 20;

  /// How a ZIP archive begins, and with it a DOCX or ODT.
  private static final String ZIP = "PK\u0003\u0004";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([A-Za-z0-9_.:-]+)");
  private static final Pattern DAY_IN_NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})");

  private Articles() {}

  /// The article in a file.
  public static Article ofFile(Path file, String language) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = bounded(in, file.toString());
    }
    Article article = of(bytes, null, null, language);
    if (article.published() != null) {
      return article;
    }
    Matcher day = DAY_IN_NAME.matcher(String.valueOf(file.getFileName()));
    return day.find() ? article.withPublished(PageDates.day(day.group(1)).orElse(null)) : article;
  }

  /// The article in a stream.
  public static Article ofStream(InputStream in, String language) throws IOException {
    return of(bounded(in, "the standard input"), null, null, language);
  }

  /// Fetches the article at a web address.
  ///
  /// @throws IOException with the address and the response, if there is no article
  public static Article ofAddress(URI address, String language) throws IOException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("Accept", "text/html, text/plain, application/pdf")
              .header("User-Agent", "Parley")
              .build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException(
              "reading "
                  + address
                  + ": the answer was "
                  + response.statusCode()
                  + ". Maybe save the page and read the file");
        }
        return of(
            bounded(body, address.toString()),
            response.headers().firstValue("Content-Type").orElse(null),
            address.toString(),
            language);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading " + address + " was interrupted", e);
    }
  }

  /// The whole text of some bytes: PDF, DOCX, ODT, HTML or plain text, by content sniffing.
  ///
  /// @throws IOException if there is no text in them, or too much
  public static WholeText wholeText(byte[] bytes) throws IOException {
    WholeText text = textOf(bytes);
    return new WholeText(NoteLines.placed(text.words()), text.title());
  }

  private static WholeText textOf(byte[] bytes) throws IOException {
    if (startsWith(bytes, "%PDF-")) {
      return PdfArticle.wholeText(bytes);
    }
    if (startsWith(bytes, ZIP)) {
      return isOpenDocument(bytes) ? OdtText.of(bytes) : DocxText.of(bytes);
    }
    String text = checked(bytes, null);
    return isHtml(text, null)
        ? HtmlArticle.wholeText(text)
        : new WholeText(text.replace("\r\n", "\n").replace('\r', '\n'), null);
  }

  /// Whether an archive is an OpenDocument file, after its entries were unpacked once within
  /// [UnpackLimits] (decompression bomb).
  private static boolean isOpenDocument(byte[] bytes) throws IOException {
    Set<String> names;
    try {
      names = BoundedZip.names(bytes, UnpackLimits.OFFICE);
    } catch (BoundedZip.ZipTooLargeException e) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "reading a DOCX or ODT: it unpacks to more than %d MiB, or its text to more than %d."
                  + " Maybe remove its pictures, or cut out the article first",
              UnpackLimits.OFFICE.bytes() >> 20,
              UnpackLimits.OFFICE.entryBytes() >> 20),
          e);
    } catch (IOException e) {
      throw new IOException(
          "reading a DOCX or ODT: it is damaged. Maybe save it again, or as PDF", e);
    }
    boolean isWord = names.contains(DocxText.MAIN_PART);
    if (!isWord && !names.contains(OdtParts.CONTENT)) {
      throw new IOException(
          "it is an archive without a Word document or OpenDocument text. Maybe unpack it, or save"
              + " it as DOCX, ODT or PDF");
    }
    return !isWord;
  }

  private static byte[] bounded(InputStream in, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    int n = in.read(buffer);
    while (n >= 0) {
      out.write(buffer, 0, n);
      if (out.size() > MAX_BYTES) {
        throw new IOException(
            "reading " + name + ": more than 64 MiB. Maybe cut out the article first");
      }
      n = in.read(buffer);
    }
    return out.toByteArray();
  }

  /// The article in some bytes: PDF, DOCX, ODT, HTML or plain text, by content sniffing.
  ///
  /// @param type the declared media type
  /// @param address its address
  public static Article of(
      byte[] bytes, @Nullable String type, @Nullable String address, String language)
      throws IOException {
    if (startsWith(bytes, "%PDF-")) {
      return PdfArticle.of(bytes, address, language);
    }
    if (startsWith(bytes, ZIP)) {
      return isOpenDocument(bytes)
          ? OdtText.article(bytes, address, language)
          : DocxText.article(bytes, address, language);
    }
    return of(checked(bytes, type), type, address, language);
  }

  private static String checked(byte[] bytes, @Nullable String type) throws IOException {
    String text = decoded(bytes, type);
    if (text.isBlank()) {
      throw new IOException("there is no text in it. Maybe it is the wrong file");
    }
    long odd =
        text.chars().filter(c -> c == 0xFFFD || (c < 32 && !Character.isWhitespace(c))).count();
    if (20 * odd > text.length()) {
      throw new IOException(
          "it is not text. Maybe save it as text in UTF-8, HTML, PDF, DOCX or ODT, and read that");
    }
    if (isHtml(text, type)) {
      check(text);
    }
    return text;
  }

  private static void check(String html) throws IOException {
    if (html.length() > UnpackLimits.HTML_CHARACTERS) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "it is a page of more than %,d characters. Maybe save its text and read that",
              UnpackLimits.HTML_CHARACTERS));
    }
    if (HtmlDepth.of(html) > UnpackLimits.HTML_DEPTH) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "it is a page of more than %,d elements within each other. Maybe paste its text",
              UnpackLimits.HTML_DEPTH));
    }
  }

  /// The article in some text: HTML or plain, as it shows.
  public static Article of(
      String text, @Nullable String type, @Nullable String address, String language) {
    if (isHtml(text, type)) {
      return HtmlArticle.of(text, address, language);
    }
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    return new Article(
        plain, PageDates.inText(plain, language).orElse(null), null, null, address, language);
  }

  private static boolean isHtml(String text, @Nullable String type) {
    return (type != null && type.toLowerCase(Locale.ROOT).contains("html")) || looksLikeHtml(text);
  }

  private static boolean looksLikeHtml(String text) {
    String start =
        text.substring(0, Math.min(text.length(), 2_000)).stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || (start.startsWith("<")
            && Pattern.compile("<(p|div|body|article|head|span|main|section)[ >]")
                .matcher(start)
                .find());
  }

  private static boolean startsWith(byte[] bytes, String ascii) {
    byte[] start = ascii.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(byte[] bytes, @Nullable String type) {
    boolean isMarked = bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB;
    String head = new String(bytes, 0, Math.min(bytes.length, 4_000), StandardCharsets.ISO_8859_1);
    Optional<Charset> named = charset(type).or(() -> charset(head));
    return isMarked || named.isEmpty()
        ? CodePages.decoded(ByteBuffer.wrap(bytes))
        : new String(bytes, named.get());
  }

  private static Optional<Charset> charset(@Nullable String words) {
    if (words == null) {
      return Optional.empty();
    }
    Matcher found = CHARSET.matcher(words);
    try {
      return found.find() ? Optional.of(Charset.forName(found.group(1))) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
