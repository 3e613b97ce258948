package org.parley.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.job.JobFailedException;
import org.parley.job.archive.ArchiveBackend.StoredFile;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Files in object stores that speak the protocol of Amazon S3.
///
/// Endpoint, region and credentials are found as other programs of that protocol find them, in the
/// environment or in `~/.aws`. Not for several threads at once.
final class StoredFiles implements AutoCloseable {

  private static final String SCHEME = "s3://";

  /// Once something was asked.
  private @Nullable S3Client client;

  /// The file that has an address, and those below it, by name.
  List<StoredFile> list(String address) throws JobFailedException {
    String bucket = bucket(address);
    String key = key(address).replaceAll("/+$", "");
    return ask(
        address,
        store ->
            store
                .listObjectsV2Paginator(
                    ListObjectsV2Request.builder().bucket(bucket).prefix(key).build())
                .contents()
                .stream()
                .filter(each -> isAtOrBelow(each, key))
                .map(each -> new StoredFile(SCHEME + bucket + "/" + each.key(), each.size()))
                .toList());
  }

  /// The names of folders end with a slash; such an object is none.
  private static boolean isAtOrBelow(S3Object object, String key) {
    String name = object.key();
    return !name.endsWith("/") && (key.isEmpty() || name.equals(key) || name.startsWith(key + "/"));
  }

  /// Copies a file.
  void fetch(StoredFile file, Path into) throws JobFailedException {
    var _ =
        ask(
            file.address(),
            store -> {
              try (InputStream content =
                  store.getObject(
                      asked -> asked.bucket(bucket(file.address())).key(key(file.address())))) {
                return Files.copy(content, into, StandardCopyOption.REPLACE_EXISTING);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private <T> T ask(String address, Function<S3Client, T> question) throws JobFailedException {
    try {
      S3Client asked = client;
      if (asked == null) {
        asked =
            S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build();
        client = asked;
      }
      return question.apply(asked);
    } catch (SdkException e) {
      throw failed(
          address,
          e,
          "Maybe set AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
              + " AWS_ENDPOINT_URL_S3 for another store than Amazon's");
    } catch (UncheckedIOException e) {
      throw failed(
          address, e, "Maybe free some space for temporary files, or start again: it goes on");
    }
  }

  private static JobFailedException failed(String address, RuntimeException why, String advice) {
    return new JobFailedException(
        "reading \"" + address + "\": " + why.getMessage() + ". " + advice, why);
  }

  private static String bucket(String address) {
    String rest = address.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  private static String key(String address) {
    String rest = address.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    return slash < 0 ? "" : rest.substring(slash + 1);
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }
}
