package org.parley.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.job.JobFailedException;
import org.parley.job.archive.ArchiveBackend.StoredFile;

/// Files of an object store are listed like those of a folder and copied byte for byte, from a
/// server on loopback that lists two at a time.
@NullMarked
class StoredFilesTest {

  private static final int PAGE = 2;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "aws.region", "eu-west-1",
          "aws.accessKeyId", "reader",
          "aws.secretAccessKey", "secret");

  private final TreeMap<String, byte[]> objects = new TreeMap<>();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final HttpServer server = start();
  private final StoredFiles files = new StoredFiles();

  private static HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void serve() {
    server.createContext("/", this::answer);
    server.start();
    SETTINGS.forEach(System::setProperty);
    System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    files.close();
    SETTINGS.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrlS3");
  }

  private void answer(HttpExchange asked) throws IOException {
    String path = asked.getRequestURI().getPath().substring(1);
    String signed = String.valueOf(asked.getRequestHeaders().getFirst("Authorization"));
    if (!signed.startsWith("AWS4-HMAC-SHA256 Credential=reader/")) {
      send(asked, 403, error("AccessDenied", "Access Denied"));
    } else if (refused.containsKey(path)) {
      send(
          asked, Objects.requireNonNull(refused.get(path)), error("AccessDenied", "Access Denied"));
    } else if (path.replaceAll("/$", "").equals("news")) {
      send(asked, 200, listed(parameters(asked.getRequestURI().getRawQuery())));
    } else if (path.startsWith("news/") && objects.containsKey(path.substring(5))) {
      byte[] content = Objects.requireNonNull(objects.get(path.substring(5)));
      asked.sendResponseHeaders(200, content.length);
      asked.getResponseBody().write(content);
      asked.close();
    } else {
      send(asked, 404, error("NoSuchBucket", "The specified bucket does not exist"));
    }
  }

  private static String error(String code, String message) {
    return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : query.split("&", -1)) {
      String[] parts = each.split("=", 2);
      parameters.put(
          parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /// A page of names after the last of the page before.
  private String listed(Map<String, String> asked) {
    String prefix = asked.getOrDefault("prefix", "");
    List<String> all = objects.keySet().stream().filter(each -> each.startsWith(prefix)).toList();
    String after = asked.getOrDefault("continuation-token", "");
    List<String> rest = all.stream().filter(each -> each.compareTo(after) > 0).toList();
    List<String> page = rest.subList(0, Math.min(PAGE, rest.size()));
    StringBuilder xml = new StringBuilder("<ListBucketResult><Name>news</Name>");
    xml.append("<EncodingType>url</EncodingType>");
    xml.append("<IsTruncated>").append(rest.size() > PAGE).append("</IsTruncated>");
    if (rest.size() > PAGE) {
      xml.append("<NextContinuationToken>")
          .append(page.getLast())
          .append("</NextContinuationToken>");
    }
    for (String each : page) {
      xml.append("<Contents><Key>")
          .append(URLEncoder.encode(each, StandardCharsets.UTF_8))
          .append("</Key><Size>")
          .append(Objects.requireNonNull(objects.get(each)).length)
          .append("</Size></Contents>");
    }
    return xml.append("</ListBucketResult>").toString();
  }

  private static void send(HttpExchange asked, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    asked.getResponseHeaders().add("Content-Type", "application/xml");
    asked.sendResponseHeaders(status, bytes.length);
    asked.getResponseBody().write(bytes);
    asked.close();
  }

  private void put(String key, String content) {
    objects.put(key, content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesAreListedAsInAFolder() throws Exception {
    put("2026/a.jsonl", "one");
    put("2026/deep/b c.jsonl", "three");
    put("2026/", "");
    put("2026/é.jsonl", "two");
    put("2026-old/a.jsonl", "");
    put("a.jsonl", "");
    List<StoredFile> of2026 =
        List.of(
            new StoredFile("s3://news/2026/a.jsonl", 3),
            new StoredFile("s3://news/2026/deep/b c.jsonl", 5),
            new StoredFile("s3://news/2026/é.jsonl", 3));
    assertEquals(of2026, files.list("s3://news/2026"));
    assertEquals(of2026, files.list("s3://news/2026/"));
    assertEquals(of2026.subList(0, 1), files.list("s3://news/2026/a.jsonl"));
    assertEquals(5, files.list("s3://news").size());
    assertEquals(List.of(), files.list("s3://news/202"));
  }

  @Test
  void aFileIsCopied(@TempDir Path folder) throws Exception {
    byte[] bytes = new byte[3 << 20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i ^ 31);
    }
    objects.put("deep/b c.jsonl.gz", bytes);
    Path copy = Files.writeString(folder.resolve("copy"), "before");
    files.fetch(files.list("s3://news/deep").getFirst(), copy);
    assertArrayEquals(bytes, Files.readAllBytes(copy));
  }

  @Test
  void whatCannotBeReadIsSaidWithItsAddress(@TempDir Path folder) {
    refused.put("news/a.jsonl", 403);
    put("a.jsonl", "one");
    for (String address : List.of("s3://other/a", "s3://", "s3:///a")) {
      JobFailedException told = assertThrows(JobFailedException.class, () -> files.list(address));
      assertTrue(
          String.valueOf(told.getMessage()).contains("\"" + address + "\""), told::getMessage);
    }
    JobFailedException told =
        assertThrows(
            JobFailedException.class,
            () -> files.fetch(new StoredFile("s3://news/a.jsonl", 3), folder.resolve("copy")));
    assertTrue(String.valueOf(told.getMessage()).contains("Access Denied"), told::getMessage);
    server.stop(0);
    JobFailedException away =
        assertThrows(JobFailedException.class, () -> files.list("s3://news/a"));
    assertTrue(String.valueOf(away.getMessage()).contains("AWS_ENDPOINT_URL_S3"), away::getMessage);
  }
}
