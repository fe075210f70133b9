/** The bytes of a file in base64, as the calls take them. */
export function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.readAsDataURL(content);
  });
}
