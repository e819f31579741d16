export default async () => {
  await globalThis.__testServices?.stop();
};
